import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  type MessageBarProps,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect } from 'react';
import type { Message, QuestionAnswer } from '../state/pane-state';
import { ANSWERS, HAND_OVER, PANE, questionText, UNFINISHED, unfinishedText, WAYS } from '../texts/pane';
import { useIsBusy, usePane, useSession, useText } from './pane-context';
import { useShared } from './styles';

const useStyles = makeStyles({
  bar: { whiteSpace: 'normal', alignItems: 'start', minWidth: 0 },
  body: { overflowWrap: 'anywhere', minWidth: 0, paddingTop: '6px', paddingBottom: '6px' },
});

/** Everything that waits for the user: work cut short, a copy to be made, a question, messages with ways on. */
export function Messages() {
  const shared = useShared();
  const messages = usePane('messages');
  const question = usePane('question');
  const unfinished = usePane('unfinished');
  const isHandOverCopy = usePane('isHandOverCopy');
  const latest = messages.at(-1)?.id;
  // A button of the ribbon is pressed while the pane shows the hundredth finding: the answer must not stay above it.
  useEffect(() => {
    if (latest !== undefined || question !== null || unfinished !== null)
      document.documentElement.scrollTop = 0;
  }, [latest, question, unfinished]);
  if (messages.length === 0 && question === null && unfinished === null && !isHandOverCopy) return null;
  return (
    <div className={shared.tight}>
      <UnfinishedWork />
      <HandOverCopy />
      <QuestionBar />
      {messages.map((message) => (
        <MessageView key={message.id} message={message} />
      ))}
    </div>
  );
}

interface BarProps {
  readonly intent: NonNullable<MessageBarProps['intent']>;
  readonly children: ReactNode;
  readonly actions: readonly ReactNode[];
  readonly onDismiss?: () => void;
}

function Bar({ intent, children, actions, onDismiss }: BarProps) {
  const styles = useStyles();
  const text = useText();
  const dismiss =
    onDismiss === undefined
      ? {}
      : {
          containerAction: (
            <Button
              appearance="transparent"
              size="small"
              icon={<DismissRegular />}
              aria-label={text(PANE.dismiss)}
              onClick={onDismiss}
            />
          ),
        };
  const hasActions = actions.length > 0;
  return (
    <MessageBar
      intent={intent}
      className={styles.bar}
      layout={hasActions ? 'multiline' : 'singleline'}
      politeness="polite"
    >
      <MessageBarBody className={styles.body}>{children}</MessageBarBody>
      <MessageBarActions {...dismiss}>{actions}</MessageBarActions>
    </MessageBar>
  );
}

function MessageView({ message }: { readonly message: Message }) {
  const session = useSession();
  const isBusy = useIsBusy();
  const text = useText();
  const { id, intent, texts, ways } = message;
  return (
    <Bar
      intent={intent}
      onDismiss={() => {
        session.dismiss(id);
      }}
      actions={ways.map((way) => (
        <Button
          key={way.kind}
          size="small"
          disabled={isBusy}
          onClick={() => {
            void session.follow(way);
          }}
        >
          {text(WAYS[way.kind])}
        </Button>
      ))}
    >
      {text(texts)}
    </Bar>
  );
}

function QuestionBar() {
  const session = useSession();
  const question = usePane('question');
  const text = useText();
  if (question === null) return null;
  const answers: readonly QuestionAnswer[] = ['keep', 'remove', 'cancel'];
  return (
    <Bar
      intent="warning"
      actions={answers.map((answer) => (
        <Button
          key={answer}
          size="small"
          onClick={() => {
            session.answer(answer);
          }}
        >
          {text(ANSWERS[answer])}
        </Button>
      ))}
    >
      {text(questionText(question.sheet, question.lines))}
    </Bar>
  );
}

function HandOverCopy() {
  const session = useSession();
  const isHandOverCopy = usePane('isHandOverCopy');
  const isBusy = useIsBusy();
  const text = useText();
  if (!isHandOverCopy) return null;
  return (
    <Bar
      intent="info"
      actions={[
        <Button
          key="make"
          size="small"
          appearance="primary"
          disabled={isBusy}
          onClick={() => {
            void session.makeHandOver();
          }}
        >
          {text(HAND_OVER.make)}
        </Button>,
      ]}
    >
      {text(HAND_OVER.waiting)}
    </Bar>
  );
}

function UnfinishedWork() {
  const session = useSession();
  const unfinished = usePane('unfinished');
  const isBusy = useIsBusy();
  const text = useText();
  if (unfinished === null) return null;
  const button = (words: (typeof UNFINISHED)[keyof typeof UNFINISHED], act: () => void): ReactNode => (
    <Button key={words.en} size="small" disabled={isBusy} onClick={act}>
      {text(words)}
    </Button>
  );
  const finish = (evaluateAgain: boolean) => () => {
    void session.finish({ evaluateAgain });
  };
  const lookAgain = (): void => {
    void session.lookAgain();
  };
  const later = (): void => {
    session.leaveUnfinished();
  };
  const ways = unfinished.isAlive
    ? [button(UNFINISHED.lookAgain, lookAgain), button(UNFINISHED.anyway, finish(false))]
    : unfinished.kind === 'annotate'
      ? [
          button(UNFINISHED.takeBack, finish(false)),
          button(UNFINISHED.takeBackAndEvaluate, finish(true)),
          button(UNFINISHED.later, later),
        ]
      : [button(UNFINISHED.finish, finish(false)), button(UNFINISHED.later, later)];
  return (
    <Bar intent="warning" actions={ways}>
      {text(unfinishedText(unfinished))}
    </Bar>
  );
}
