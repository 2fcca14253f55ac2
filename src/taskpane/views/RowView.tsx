import { Badge, type BadgeProps, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Status } from '../../engine';
import { STATUS_WORDS } from '../../report';
import type { Bilingual } from '../../rules';
import type { ClauseName, RowClause, RowPolicy, RowSummary } from '../../worker';
import { derivationKey } from '../state/pane-state';
import { yuan } from '../texts/money';
import { RESULTS, ROW, rowTitle } from '../texts/results';
import { Derivation } from './Derivation';
import { Disclosure } from './Disclosure';
import { usePane, useSession, useText } from './pane-context';
import { useShared } from './styles';

const useStyles = makeStyles({
  policy: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`, paddingTop: '8px' },
});

const COLORS: Readonly<Record<Status, NonNullable<BadgeProps['color']>>> = {
  payable: 'success',
  saving: 'success',
  applicable: 'success',
  ceiling: 'informative',
  unquantified: 'informative',
  superseded: 'informative',
  duplicate: 'informative',
  notInForce: 'informative',
  notMet: 'informative',
  missing: 'warning',
  conflict: 'danger',
  vetoed: 'danger',
  notEligible: 'danger',
};

/** What the enterprise of the selected row gets, clause by clause, and why. */
export function RowView() {
  const shared = useShared();
  const row = usePane('row');
  const results = usePane('results');
  const text = useText();
  if (row.kind === 'none' || results === null) return <p className={shared.quiet}>{text(ROW.before)}</p>;
  if (row.kind === 'nobody') return <p className={shared.quiet}>{text(ROW.nobody)}</p>;
  return (
    <div className={shared.stack}>
      {results.isStale && <p className={shared.quiet}>{text(RESULTS.stale)}</p>}
      <Enterprise row={row.row} />
    </div>
  );
}

function Enterprise({ row }: { readonly row: RowSummary }) {
  const styles = useStyles();
  const shared = useShared();
  const text = useText();
  return (
    // A row's open derivations are its own: another row begins with all of them closed.
    <article className={shared.stack} key={`${row.sheetName} ${row.rowNumber}`}>
      <div>
        <h2 className={shared.heading}>{row.name ?? text(ROW.noName)}</h2>
        <p className={mergeClasses(shared.quiet, shared.small)}>
          {[row.creditCode, `${row.sheetName} ${text(rowTitle(row.rowNumber))}`].filter(Boolean).join(' · ')}
        </p>
      </div>
      {row.policies.map((policy) => (
        <section
          key={policy.id}
          className={mergeClasses(styles.policy, shared.tight)}
          aria-label={text(policy.title)}
        >
          <PolicyOfRow policy={policy} />
        </section>
      ))}
    </article>
  );
}

function PolicyOfRow({ policy }: { readonly policy: RowPolicy }) {
  const shared = useShared();
  const text = useText();
  const sums = [
    [RESULTS.award, policy.award],
    [RESULTS.ceiling, policy.ceiling],
    [RESULTS.saving, policy.saving],
  ] as const;
  // The award is always told; the other kinds only where there is any.
  const shown = sums.filter(([name, sum]) => name === RESULTS.award || sum !== '0.00');
  const measures = policy.clauses.filter(({ status }) => status === 'applicable');
  const withMoney = policy.clauses.filter(({ status }) => status !== 'applicable');
  return (
    <>
      <h3 className={shared.heading}>{text(policy.title)}</h3>
      {shown.map(([name, sum]) => (
        <div key={name.en} className={shared.spread}>
          <span>{text(name)}</span>
          <span className={mergeClasses(shared.number, shared.strong)}>{text(yuan(sum))}</span>
        </div>
      ))}
      {policy.clauses.length === 0 && <p className={shared.quiet}>{text(ROW.nothing)}</p>}
      <ul className={shared.list}>
        {withMoney.map((clause) => (
          <ClauseItem key={clause.clause.id} policy={policy.id} of={clause} />
        ))}
      </ul>
      <ClauseNames title={ROW.measures} policy={policy.id} clauses={measures.map(({ clause }) => clause)} />
      <ClauseNames title={ROW.notMet} policy={policy.id} clauses={policy.notMet} />
    </>
  );
}

interface ClauseNamesProps {
  readonly title: Bilingual;
  readonly policy: string;
  readonly clauses: readonly ClauseName[];
}

/** Clauses that need no more than their names until somebody asks why. */
function ClauseNames({ title, policy, clauses }: ClauseNamesProps) {
  const text = useText();
  if (clauses.length === 0) return null;
  return (
    <Disclosure title={`${text(title)} (${clauses.length})`}>
      {clauses.map((clause) => (
        <Why
          key={clause.id}
          policy={policy}
          clause={clause}
          title={`${clause.number} ${text(clause.title)}`}
        />
      ))}
    </Disclosure>
  );
}

function ClauseItem({ policy, of }: { readonly policy: string; readonly of: RowClause }) {
  const shared = useShared();
  const text = useText();
  const { clause, status, amount, cap, uncapped, capHit, missing } = of;
  return (
    <li className={shared.item}>
      <p className={mergeClasses(shared.text, shared.strong)}>
        {clause.number} {text(clause.title)}
      </p>
      <div className={shared.row}>
        <Badge color={COLORS[status]} appearance="tint">
          {text(STATUS_WORDS[status])}
        </Badge>
        {capHit && (
          <Badge color="warning" appearance="tint">
            {text(ROW.capHit)}
          </Badge>
        )}
        {amount !== null && (
          <span className={mergeClasses(shared.number, shared.strong)}>{text(yuan(amount))}</span>
        )}
      </div>
      {cap !== null && uncapped !== null && (
        <p className={mergeClasses(shared.quiet, shared.small)}>
          {text(ROW.uncapped)} {text(yuan(uncapped))} · {text(ROW.cap)} {text(yuan(cap))}
        </p>
      )}
      {missing.length > 0 && (
        <p className={mergeClasses(shared.quiet, shared.small)}>
          {text(ROW.missing)} {missing.map(text).join(text({ zh: '、', en: ', ' }))}
        </p>
      )}
      <Why policy={policy} clause={clause} title={text(ROW.derive)} />
    </li>
  );
}

/** The derivation, made when it is asked for. */
function Why({
  policy,
  clause,
  title,
}: {
  readonly policy: string;
  readonly clause: ClauseName;
  readonly title: string;
}) {
  const shared = useShared();
  const session = useSession();
  const row = usePane('row');
  const text = useText();
  const derivation =
    row.kind === 'enterprise' ? row.derivations.get(derivationKey(policy, clause.id)) : undefined;
  return (
    <Disclosure
      title={title}
      onOpen={() => {
        void session.derive(policy, clause.id);
      }}
    >
      {derivation === undefined || derivation === null ? (
        <p className={shared.quiet}>{text(ROW.deriving)}</p>
      ) : (
        <Derivation node={derivation} />
      )}
    </Disclosure>
  );
}
