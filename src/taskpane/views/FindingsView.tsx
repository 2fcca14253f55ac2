import { Badge, type BadgeProps, Button, Link, mergeClasses } from '@fluentui/react-components';
import type { FindingSummary } from '../../worker';
import { PANE } from '../texts/pane';
import { atStakeText, FINDINGS, SEVERITIES } from '../texts/results';
import { usePane, useSession, useText } from './pane-context';
import { useShared } from './styles';

const COLORS: Readonly<Record<FindingSummary['severity'], NonNullable<BadgeProps['color']>>> = {
  error: 'danger',
  question: 'warning',
  warning: 'informative',
};

/** Cells that need a look, those with the most money first. */
export function FindingsView() {
  const shared = useShared();
  const session = useSession();
  const results = usePane('results');
  const text = useText();
  if (results === null) return <p className={shared.quiet}>{text(FINDINGS.before)}</p>;
  const { findings, evaluated } = results;
  if (findings.length === 0) return <p className={shared.quiet}>{text(FINDINGS.empty)}</p>;
  return (
    <div className={shared.stack}>
      <ul className={shared.list}>
        {findings.map((finding) => (
          <FindingItem key={`${finding.sheetName}!${finding.cell} ${finding.text.en}`} finding={finding} />
        ))}
      </ul>
      {findings.length < evaluated.findingCount && (
        <Button
          onClick={() => {
            void session.moreFindings();
          }}
        >
          {text(PANE.more)} ({findings.length} / {evaluated.findingCount})
        </Button>
      )}
    </div>
  );
}

function FindingItem({ finding }: { readonly finding: FindingSummary }) {
  const shared = useShared();
  const session = useSession();
  const text = useText();
  const { sheetName, cell, severity, atStake } = finding;
  return (
    <li className={shared.item}>
      <div className={shared.row}>
        <Badge color={COLORS[severity]} appearance="tint">
          {text(SEVERITIES[severity])}
        </Badge>
        <Link
          as="button"
          onClick={() => {
            void session.select(sheetName, cell);
          }}
        >
          {sheetName}!{cell}
        </Link>
      </div>
      <p className={shared.text}>{text(finding.text)}</p>
      {atStake.map((stake) => (
        <p key={stake.policy} className={mergeClasses(shared.quiet, shared.small)}>
          {text(atStakeText(stake))}
        </p>
      ))}
    </li>
  );
}
