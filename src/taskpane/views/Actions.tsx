import { Button, makeStyles, mergeClasses, ProgressBar } from '@fluentui/react-components';
import type { Work } from '../state/pane-state';
import { chosenSheets } from '../state/pane-state';
import { ACTIONS, JOBS, progressText, WAITING } from '../texts/pane';
import { usePane, useSession, useText } from './pane-context';
import { useShared } from './styles';

const useStyles = makeStyles({
  primary: { width: '100%' },
  half: { flexGrow: 1, flexBasis: '28%', minWidth: 0, paddingLeft: '4px', paddingRight: '4px' },
});

/** What can be done with the chosen sheet; while something is done, how far it is. */
export function Actions() {
  const work = usePane('work');
  return work === null ? <Buttons /> : <Progress work={work} />;
}

function Buttons() {
  const styles = useStyles();
  const shared = useShared();
  const session = useSession();
  const workbook = usePane('workbook');
  const choices = usePane('choices');
  const text = useText();
  const canEvaluate = chosenSheets({ workbook, choices }).length > 0 && choices.policies.length > 0;
  const isAll = choices.sheet.kind === 'all';
  const { hasResults } = workbook;
  return (
    <div className={shared.tight}>
      <Button
        appearance="primary"
        size="large"
        className={styles.primary}
        disabled={!canEvaluate}
        onClick={() => {
          void session.evaluate();
        }}
      >
        {text(isAll ? ACTIONS.evaluateAll : ACTIONS.evaluate)}
      </Button>
      <div className={mergeClasses(shared.row, shared.stretch)}>
        <Button
          className={styles.half}
          disabled={!canEvaluate}
          onClick={() => {
            void session.read();
          }}
        >
          {text(ACTIONS.read)}
        </Button>
        <Button
          className={styles.half}
          disabled={!hasResults}
          onClick={() => {
            void session.takeBack();
          }}
        >
          {text(ACTIONS.takeBack)}
        </Button>
        <Button
          className={styles.half}
          disabled={!hasResults}
          onClick={() => {
            void session.openHandOver();
          }}
        >
          {text(ACTIONS.handOver)}
        </Button>
      </div>
    </div>
  );
}

function Progress({ work }: { readonly work: Work }) {
  const shared = useShared();
  const session = useSession();
  const text = useText();
  const { job, progress, waiting, isCancelling, canCancel } = work;
  const now = progress === null ? JOBS[job] : progressText(progress);
  const words = isCancelling ? ACTIONS.cancelling : waiting === null ? now : WAITING[waiting];
  const isCounted = progress !== null && progress.total > 1 && !isCancelling;
  return (
    <section className={shared.tight} aria-label={text(JOBS[job])}>
      <p className={shared.text}>{text(words)}</p>
      <ProgressBar
        aria-label={text(JOBS[job])}
        {...(isCounted ? { value: progress.done, max: progress.total } : {})}
      />
      {canCancel && (
        <div>
          <Button
            disabled={isCancelling}
            onClick={() => {
              session.cancel();
            }}
          >
            {text(ACTIONS.cancel)}
          </Button>
        </div>
      )}
    </section>
  );
}
