import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, DismissRegular, QuestionRegular } from '@fluentui/react-icons';
import type { ExplanationNode } from '../../worker';
import { HOLDS } from '../texts/results';
import { useText } from './pane-context';
import { useShared } from './styles';

const useStyles = makeStyles({
  tree: {
    listStyleType: 'none',
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  node: { paddingTop: '2px', paddingBottom: '2px', overflowWrap: 'anywhere' },
  mark: { verticalAlign: 'text-bottom', marginRight: '4px' },
  yes: { color: tokens.colorStatusSuccessForeground1 },
  no: { color: tokens.colorStatusDangerForeground1 },
  unknown: { color: tokens.colorStatusWarningForeground1 },
  value: { fontWeight: tokens.fontWeightSemibold },
});

const MARKS = { yes: CheckmarkRegular, no: DismissRegular, unknown: QuestionRegular };

/** How a result came about: conditions, inputs, tiers, cap, settlement; each step above what it is made of. */
export function Derivation({ node }: { readonly node: ExplanationNode }) {
  const shared = useShared();
  const styles = useStyles();
  const text = useText();
  return (
    <div className={shared.small}>
      {node.value !== undefined && (
        <p className={mergeClasses(shared.text, styles.value)}>{text(node.value)}</p>
      )}
      <Steps nodes={node.children} />
    </div>
  );
}

function Steps({ nodes }: { readonly nodes: readonly ExplanationNode[] }) {
  const styles = useStyles();
  if (nodes.length === 0) return null;
  return (
    <ul className={styles.tree}>
      {nodes.map((node, index) => (
        // Steps of a derivation never move: their place tells them apart.
        <li key={index} className={styles.node}>
          <Step node={node} />
          <Steps nodes={node.children} />
        </li>
      ))}
    </ul>
  );
}

function Step({ node }: { readonly node: ExplanationNode }) {
  const styles = useStyles();
  const text = useText();
  const Mark = node.holds === undefined ? null : MARKS[node.holds];
  return (
    <>
      {Mark !== null && node.holds !== undefined && (
        <Mark
          className={mergeClasses(styles.mark, styles[node.holds])}
          role="img"
          aria-label={text(HOLDS[node.holds])}
        />
      )}
      <span>{text(node.text)}</span>
      {node.value !== undefined && (
        <>
          {text({ zh: '：', en: ': ' })}
          <span className={styles.value}>{text(node.value)}</span>
        </>
      )}
    </>
  );
}
