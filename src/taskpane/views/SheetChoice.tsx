import { Field, Select } from '@fluentui/react-components';
import type { Choices } from '../state/pane-state';
import { CHOICES } from '../texts/pane';
import { useIsBusy, usePane, useSession, useText } from './pane-context';
import { useShared } from './styles';

/** Values of the list that are no ids: Excel's ids stand in braces or are plain words without a space. */
const ACTIVE = 'the active sheet';
const ALL = 'all sheets';

/** Which sheet is evaluated: the one the user looks at, a certain one, or all. */
export function SheetChoice() {
  const shared = useShared();
  const session = useSession();
  const workbook = usePane('workbook');
  const choices = usePane('choices');
  const isBusy = useIsBusy();
  const text = useText();
  const active = workbook.sheets.find(({ id }) => id === workbook.activeId);
  const activeText =
    active === undefined ? text(CHOICES.noSheets) : `${text(CHOICES.activeSheet)} – ${active.name}`;
  return (
    <Field label={text(CHOICES.sheet)}>
      <Select
        className={shared.select}
        value={valueOf(choices.sheet)}
        disabled={isBusy || workbook.sheets.length === 0}
        onChange={(_, { value }) => {
          session.chooseSheet(choiceOf(value));
        }}
      >
        <option value={ACTIVE}>{activeText}</option>
        {workbook.sheets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {workbook.sheets.length > 1 && <option value={ALL}>{text(CHOICES.allSheets)}</option>}
      </Select>
    </Field>
  );
}

function valueOf(choice: Choices['sheet']): string {
  switch (choice.kind) {
    case 'active':
      return ACTIVE;
    case 'all':
      return ALL;
    case 'sheet':
      return choice.id;
  }
}

function choiceOf(value: string): Choices['sheet'] {
  if (value === ACTIVE) return { kind: 'active' };
  return value === ALL ? { kind: 'all' } : { kind: 'sheet', id: value };
}
