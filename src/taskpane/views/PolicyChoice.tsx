import { Checkbox, Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { CHOICES } from '../texts/pane';
import { useIsBusy, usePane, useSession, useText } from './pane-context';
import { useShared } from './styles';

const NO_GROUP = '';

const useStyles = makeStyles({
  fieldset: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0 },
  checkbox: { display: 'flex', '& label': { overflowWrap: 'anywhere' } },
  remark: { display: 'block' },
  problem: { color: tokens.colorStatusDangerForeground1 },
});

/** Which policies are evaluated, and by which column totals are grouped. */
export function PolicyChoice() {
  const shared = useShared();
  return (
    <div className={shared.stack}>
      <Policies />
      <Groups />
    </div>
  );
}

function Policies() {
  const styles = useStyles();
  const shared = useShared();
  const session = useSession();
  const choices = usePane('choices');
  const understood = usePane('understood');
  const isBusy = useIsBusy();
  const text = useText();
  const hint = useId();
  return (
    <fieldset className={styles.fieldset} aria-describedby={hint}>
      <legend className={styles.legend}>{text(CHOICES.policies)}</legend>
      {session.policies.map(({ id, title }) => (
        <Checkbox
          key={id}
          className={styles.checkbox}
          label={
            understood === null || understood.inForce.includes(id) ? (
              text(title)
            ) : (
              <>
                {text(title)}
                <span className={mergeClasses(shared.quiet, shared.small, styles.remark)}>
                  {text(CHOICES.notInForce)}
                </span>
              </>
            )
          }
          checked={choices.policies.includes(id)}
          disabled={isBusy}
          onChange={(_, { checked }) => {
            const others = choices.policies.filter((one) => one !== id);
            void session.choosePolicies(checked === true ? [...others, id] : others);
          }}
        />
      ))}
      <p id={hint} className={mergeClasses(shared.quiet, shared.small)}>
        {choices.policies.length === 0 ? (
          <span className={styles.problem}>{text(CHOICES.noPolicy)}</span>
        ) : (
          text(CHOICES.period)
        )}
      </p>
    </fieldset>
  );
}

function Groups() {
  const shared = useShared();
  const session = useSession();
  const choices = usePane('choices');
  const understood = usePane('understood');
  const isBusy = useIsBusy();
  const text = useText();
  const read = understood?.tables.flatMap(({ groupHeaders }) => groupHeaders) ?? [];
  const headers = [...new Set([...(choices.groupBy === null ? [] : [choices.groupBy]), ...read])];
  return (
    <Field label={text(CHOICES.group)} {...(understood === null ? { hint: text(CHOICES.groupLater) } : {})}>
      <Select
        className={shared.select}
        value={choices.groupBy ?? NO_GROUP}
        disabled={isBusy || headers.length === 0}
        onChange={(_, { value }) => {
          void session.chooseGroup(value === NO_GROUP ? null : value);
        }}
      >
        <option value={NO_GROUP}>{text(CHOICES.noGroup)}</option>
        {headers.map((header) => (
          <option key={header} value={header}>
            {header}
          </option>
        ))}
      </Select>
    </Field>
  );
}
