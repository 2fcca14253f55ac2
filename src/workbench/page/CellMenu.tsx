import { copySelection, pasteInto } from './clipboard';
import { Menu } from './Menu';
import {
  clearCells,
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  sortByColumn,
  toggleFilter,
} from './sheet-actions';
import type { Workbench } from './workbench';
import { WORDS } from './words';

interface Props {
  readonly workbench: Workbench;
  readonly at: { readonly x: number; readonly y: number };
  readonly close: () => void;
}

/** What can be done with the selected cells. */
export function CellMenu({ workbench, at, close }: Props) {
  const { lang } = workbench;
  const item = (label: string, choose: () => void, startsGroup = false) => ({ label, choose, startsGroup });
  return (
    <Menu
      at={at}
      close={close}
      items={[
        item(WORDS.copy[lang], () => {
          void navigator.clipboard.writeText(copySelection(workbench));
        }),
        item(WORDS.paste[lang], () => {
          void navigator.clipboard.readText().then((text) => {
            pasteInto(workbench, text);
          });
        }),
        item(WORDS.clear[lang], () => {
          clearCells(workbench);
        }),
        item(
          WORDS.insertRow[lang],
          () => {
            insertRows(workbench);
          },
          true,
        ),
        item(WORDS.deleteRow[lang], () => {
          deleteRows(workbench);
        }),
        item(WORDS.insertColumn[lang], () => {
          insertColumns(workbench);
        }),
        item(WORDS.deleteColumn[lang], () => {
          deleteColumns(workbench);
        }),
        item(
          WORDS.sortAscending[lang],
          () => {
            sortByColumn(workbench, true);
          },
          true,
        ),
        item(WORDS.sortDescending[lang], () => {
          sortByColumn(workbench, false);
        }),
        item(WORDS.filter[lang], () => {
          toggleFilter(workbench);
        }),
      ]}
    />
  );
}
