import { Button, mergeClasses, Switch } from '@fluentui/react-components';
import { useState } from 'react';
import { SKIPPED_WORDS } from '../../report';
import type { ColumnSummary, TableSummary, Understood } from '../../worker';
import { PANE } from '../texts/pane';
import { COLUMNS, skippedText, tableText } from '../texts/results';
import { ColumnItem } from './ColumnItem';
import { Disclosure } from './Disclosure';
import { usePane, useText } from './pane-context';
import { useShared } from './styles';

/** Columns shown at first, and with each "more". */
const AT_ONCE = 40;

/** What each sheet was taken for, to be checked and corrected. */
export function ColumnsView() {
  const shared = useShared();
  const understood = usePane('understood');
  const text = useText();
  if (understood === null) return <p className={shared.quiet}>{text(COLUMNS.before)}</p>;
  return <Tables understood={understood} />;
}

function Tables({ understood }: { readonly understood: Understood }) {
  const shared = useShared();
  const text = useText();
  const [onlyQuestions, setOnlyQuestions] = useState(false);
  return (
    <div className={shared.stack}>
      <Switch
        label={text(COLUMNS.onlyQuestions)}
        checked={onlyQuestions}
        onChange={(_, { checked }) => {
          setOnlyQuestions(checked);
        }}
      />
      {understood.tables.map((table) => (
        <Table key={table.sheetName} table={table} onlyQuestions={onlyQuestions} />
      ))}
      {understood.others.map(({ sheetName, text: why }) => (
        <section key={sheetName} className={shared.tight}>
          <h2 className={shared.heading}>{sheetName}</h2>
          <p className={shared.quiet}>
            {text(COLUMNS.noTable)}
            {text({ zh: '：', en: ': ' })}
            {text(why)}
          </p>
        </section>
      ))}
    </div>
  );
}

function Table({ table, onlyQuestions }: { readonly table: TableSummary; readonly onlyQuestions: boolean }) {
  const shared = useShared();
  const text = useText();
  const [shown, setShown] = useState(AT_ONCE);
  const columns = onlyQuestions ? table.columns.filter(needsLook) : table.columns;
  return (
    <section className={shared.tight} aria-label={table.sheetName}>
      <h2 className={shared.heading}>{table.sheetName}</h2>
      <p className={mergeClasses(shared.quiet, shared.small)}>{text(tableText(table))}</p>
      {table.questions.map((question) => (
        <p key={question.en} className={shared.text}>
          {text(question)}
        </p>
      ))}
      {onlyQuestions && columns.length === 0 && <p className={shared.quiet}>{text(COLUMNS.noQuestions)}</p>}
      <ul className={shared.list}>
        {columns.slice(0, shown).map((column) => (
          <ColumnItem key={column.column} sheetName={table.sheetName} column={column} />
        ))}
      </ul>
      {columns.length > shown && (
        <Button
          onClick={() => {
            setShown(shown + AT_ONCE);
          }}
        >
          {text(PANE.more)} ({shown} / {columns.length})
        </Button>
      )}
      <Skipped table={table} />
    </section>
  );
}

/** Something is asked about it, or it was left out although it might be something. */
function needsLook({ questions, meaning, alternatives, confidence }: ColumnSummary): boolean {
  return questions.length > 0 || (meaning === null ? alternatives.length > 0 : confidence < 0.9);
}

function Skipped({ table }: { readonly table: TableSummary }) {
  const shared = useShared();
  const text = useText();
  if (table.skipped.length === 0) return null;
  return (
    <Disclosure title={text(COLUMNS.skipped)}>
      <ul className={shared.list}>
        {table.skipped.map(({ why, rows }) => (
          <li key={why}>
            {text(SKIPPED_WORDS[why])}
            {text({ zh: '：', en: ': ' })}
            {text(skippedText(rows))}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
