import { useMemo } from 'react';
import { summaryOf } from './selection-summary';
import type { Editing } from './editing';
import type { Workbench } from './workbench';
import { SENTENCES, WORDS } from './words';

interface Props {
  readonly workbench: Workbench;
  readonly editing: Editing;
}

/** What goes on, what the page does not do with this file, and sums of what is selected. */
export function StatusBar({ workbench, editing }: Props) {
  const { lang, sheet, host } = workbench;
  const hidden = sheet.filters.filter(({ isFiltering }) => isFiltering);
  const state = editing.draft !== null ? WORDS.editing : host.calls.waiting > 0 ? WORDS.busy : WORDS.ready;
  const kept = host.calculation.kept;
  return (
    <footer className="status">
      <span role="status">{state[lang]}</span>
      {hidden.map(({ range, hiddenRows }) => {
        const all = range.bottom - range.top;
        return <span key={range.top}>{SENTENCES.rowsFound(all - hiddenRows.size, all)[lang]}</span>;
      })}
      {kept > 0 ? <span className="remark">{SENTENCES.keptFormulas(kept)[lang]}</span> : null}
      {workbench.otherTabs.length > 0 ? (
        <span className="remark">{SENTENCES.otherTabs(workbench.otherTabs)[lang]}</span>
      ) : null}
      <span className="sums">
        <Sums workbench={workbench} />
      </span>
    </footer>
  );
}

function Sums({ workbench }: { readonly workbench: Workbench }) {
  const { lang, sheet, selectedRange, cellsVersion } = workbench;
  const { top, left, bottom, right } = selectedRange;
  // Adding up whole columns takes a while: only when something in the sheet, or the selection, is another.
  const { count, numbers, sum } = useMemo(
    () => summaryOf(sheet, { top, left, bottom, right }),
    [sheet, top, left, bottom, right, cellsVersion],
  );
  if (count < 2) return null;
  const text = (value: number): string =>
    new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }).format(value);
  return (
    <>
      {numbers > 0 ? <span>{`${WORDS.average[lang]}: ${text(sum / numbers)}`}</span> : null}
      <span>{`${WORDS.count[lang]}: ${count}`}</span>
      {numbers > 0 ? <span>{`${WORDS.sum[lang]}: ${text(sum)}`}</span> : null}
    </>
  );
}
