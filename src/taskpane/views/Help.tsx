import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { HELP, PANE } from '../texts/pane';
import { useText } from './pane-context';
import { useShared } from './styles';

const useStyles = makeStyles({
  box: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** The way through the pane in five steps. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const shared = useShared();
  const text = useText();
  return (
    <section className={mergeClasses(styles.box, shared.stack)} aria-label={text(HELP.title)}>
      <h2 className={shared.heading}>{text(HELP.title)}</h2>
      <ol className={styles.steps}>
        {HELP.steps.map((step) => (
          <li key={step.en}>{text(step)}</li>
        ))}
      </ol>
      <p className={shared.quiet}>{text(HELP.privacy)}</p>
      <div className={shared.spread}>
        <Link href="help.html" target="_blank" rel="noreferrer">
          {text(HELP.functions)}
        </Link>
        <Button size="small" onClick={onClose}>
          {text(PANE.close)}
        </Button>
      </div>
    </section>
  );
}
