import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { grouped } from '../../engine';
import type { Bilingual } from '../../rules';
import type { ClauseSum, MoneyFigure, PolicyFigures } from '../../worker';
import { ACTIONS, PANE } from '../texts/pane';
import { yuan } from '../texts/money';
import { ATTENTION, byGroup, paidText, RESULTS, rowsWithMoney } from '../texts/results';
import { Disclosure } from './Disclosure';
import { useIsBusy, usePane, useSession, useText } from './pane-context';
import { useShared } from './styles';

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  award: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  state: { color: tokens.colorNeutralForeground2 },
});

/** What the evaluation comes to, policy by policy. */
export function ResultsView() {
  const shared = useShared();
  const session = useSession();
  const results = usePane('results');
  const isBusy = useIsBusy();
  const text = useText();
  if (results === null) return <p className={shared.quiet}>{text(RESULTS.empty)}</p>;
  return (
    <div className={shared.stack}>
      {results.isStale && (
        <div className={shared.row}>
          <Badge color="warning" appearance="tint">
            !
          </Badge>
          <span className={shared.text}>{text(RESULTS.stale)}</span>
          <Button
            size="small"
            disabled={isBusy}
            onClick={() => {
              void session.evaluate();
            }}
          >
            {text(ACTIONS.evaluate)}
          </Button>
        </div>
      )}
      {!results.isWritten && !isBusy && <p className={shared.quiet}>{text(RESULTS.notWritten)}</p>}
      {results.evaluated.policies.map((policy) => (
        <PolicyCard key={policy.id} policy={policy} />
      ))}
    </div>
  );
}

function PolicyCard({ policy }: { readonly policy: PolicyFigures }) {
  const styles = useStyles();
  const shared = useShared();
  const text = useText();
  const { award, ceiling, saving, pools } = policy;
  return (
    <article className={mergeClasses(styles.card, shared.stack)} aria-label={text(policy.title)}>
      <h2 className={shared.heading}>{text(policy.title)}</h2>
      <dl className={shared.list}>
        <Money name={RESULTS.award} figure={award} isMain />
        {pools !== null && (
          <>
            <Line name={RESULTS.poolReduction} value={text(yuan(pools.reduction))} />
            <Line name={RESULTS.awardAfterPools} value={text(yuan(pools.awardAfterPools))} />
          </>
        )}
        <Money name={RESULTS.ceiling} figure={ceiling} />
        <Money name={RESULTS.saving} figure={saving} />
      </dl>
      <Attention policy={policy} />
      <ClauseSums clauses={policy.clauses} />
      <GroupSums policy={policy} />
      <NotLookedAt policy={policy} />
    </article>
  );
}

function Money({
  name,
  figure,
  isMain = false,
}: {
  readonly name: Bilingual;
  readonly figure: MoneyFigure;
  readonly isMain?: boolean;
}) {
  const styles = useStyles();
  const shared = useShared();
  const text = useText();
  return (
    <div className={shared.spread}>
      <dt>{text(name)}</dt>
      <dd className={shared.number}>
        <span className={mergeClasses(shared.strong, isMain && styles.award)}>{text(yuan(figure.sum))}</span>
        {figure.rows > 0 && (
          <div className={mergeClasses(styles.state, shared.small)}>{text(rowsWithMoney(figure))}</div>
        )}
      </dd>
    </div>
  );
}

function Line({ name, value }: { readonly name: Bilingual; readonly value: string }) {
  const shared = useShared();
  const text = useText();
  return (
    <div className={shared.spread}>
      <dt>{text(name)}</dt>
      <dd className={shared.number}>{value}</dd>
    </div>
  );
}

function Attention({ policy }: { readonly policy: PolicyFigures }) {
  const shared = useShared();
  const text = useText();
  if (policy.attention.length === 0) return null;
  return (
    <section className={shared.tight}>
      <h3 className={shared.heading}>{text(RESULTS.attention)}</h3>
      <ul className={shared.list}>
        {policy.attention.map(({ kind, count }) => (
          <li key={kind} className={shared.spread}>
            <span>{text(ATTENTION[kind])}</span>
            <span className={shared.number}>{count.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
      {policy.mostMissing.length > 0 && (
        <Disclosure title={text(RESULTS.mostMissing)}>
          <ul className={shared.list}>
            {policy.mostMissing.map(({ name, count }) => (
              <li key={name.en} className={shared.spread}>
                <span className={shared.text}>{text(name)}</span>
                <span className={shared.number}>{count.toLocaleString('en')}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

function ClauseSums({ clauses }: { readonly clauses: readonly ClauseSum[] }) {
  const shared = useShared();
  const text = useText();
  if (clauses.length === 0) return null;
  return (
    <Disclosure title={`${text(RESULTS.clauses)} (${clauses.length})`}>
      <ul className={shared.list}>
        {clauses.map(({ clause, paid, award }) => (
          <SumItem
            key={clause.id}
            title={`${clause.number} ${text(clause.title)}`}
            remark={text(paidText(paid))}
            sum={grouped(award)}
          />
        ))}
      </ul>
    </Disclosure>
  );
}

function GroupSums({ policy }: { readonly policy: PolicyFigures }) {
  const shared = useShared();
  const choices = usePane('choices');
  const text = useText();
  if (policy.groups.length === 0 || choices.groupBy === null) return null;
  return (
    <Disclosure title={`${text(byGroup(choices.groupBy))} (${policy.groups.length})`}>
      <ul className={shared.list}>
        {policy.groups.map(({ name, award }) => (
          <SumItem key={name} title={name === '' ? text(RESULTS.blankGroup) : name} sum={grouped(award)} />
        ))}
      </ul>
    </Disclosure>
  );
}

function SumItem({
  title,
  remark,
  sum,
}: {
  readonly title: string;
  readonly remark?: string;
  readonly sum: string;
}): ReactNode {
  const styles = useStyles();
  const shared = useShared();
  return (
    <li className={shared.item}>
      <p className={shared.text}>{title}</p>
      <div className={shared.spread}>
        <span className={mergeClasses(styles.state, shared.small)}>{remark}</span>
        <span className={shared.number}>{sum}</span>
      </div>
    </li>
  );
}

/** Silence is no clean record: what could not be checked stands here. */
function NotLookedAt({ policy }: { readonly policy: PolicyFigures }) {
  const shared = useShared();
  const text = useText();
  const { unchecked, notAssessed } = policy;
  const separator = text({ zh: '、', en: ', ' });
  return (
    <>
      {unchecked.length > 0 && (
        <Disclosure title={`${text(RESULTS.unchecked)} (${unchecked.length})`}>
          <ul className={shared.list}>
            {unchecked.map((name) => (
              <li key={name.en} className={shared.item}>
                {text(name)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {notAssessed.length > 0 && (
        <Disclosure title={`${text(RESULTS.notAssessed)} (${notAssessed.length})`}>
          <ul className={shared.list}>
            {notAssessed.map(({ clause, missing }) => (
              <li key={clause.id} className={shared.item}>
                <p className={shared.text}>
                  {clause.number} {text(clause.title)}
                </p>
                <p className={mergeClasses(shared.quiet, shared.small)}>
                  {text(RESULTS.wants)}{' '}
                  {missing.length === 0 ? text(PANE.nothing) : missing.map(text).join(separator)}
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
