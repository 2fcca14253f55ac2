import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { QuestionCircleRegular } from '@fluentui/react-icons';
import { PANE } from '../texts/pane';
import { usePane, useSession, useText } from './pane-context';

const useStyles = makeStyles({
  header: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  title: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  button: { minWidth: 0 },
});

/** What this is, the other language, help. */
export function Header({ onHelp }: { readonly onHelp: () => void }) {
  const styles = useStyles();
  const session = useSession();
  const lang = usePane('lang');
  const text = useText();
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{text(PANE.title)}</h1>
      <Button
        appearance="subtle"
        size="small"
        className={styles.button}
        lang={other}
        onClick={() => {
          session.chooseLang(other);
        }}
      >
        {text(PANE.otherLanguage)}
      </Button>
      <Button
        appearance="subtle"
        size="small"
        icon={<QuestionCircleRegular />}
        aria-label={text(PANE.help)}
        title={text(PANE.help)}
        onClick={onHelp}
      />
    </header>
  );
}
