/** The page: title, ribbon, formula bar, cells and pane, tabs, status bar; as Excel lays them out. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { CellsView } from './CellsView';
import { FormulaBar } from './FormulaBar';
import { MessageBar } from './MessageBar';
import { PaneFrame } from './PaneFrame';
import { Ribbon } from './Ribbon';
import { SheetTabs } from './SheetTabs';
import { StatusBar } from './StatusBar';
import { TitleBar } from './TitleBar';
import { Editing } from './editing';
import type { Workbench } from './workbench';
import { WORDS } from './words';

export function App({ workbench }: { readonly workbench: Workbench }) {
  useSyncExternalStore(workbench.subscribe, () => workbench.version);
  const editing = useMemo(() => new Editing(workbench), [workbench]);
  useSyncExternalStore(editing.subscribe, () => editing.version);
  const { lang, theme } = workbench;
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.documentElement.dataset['theme'] = theme;
    document.title = `${workbench.workbook.name} – ${WORDS.product[lang]}`;
  });
  return (
    <div className="workbench">
      <TitleBar workbench={workbench} />
      <Ribbon workbench={workbench} editing={editing} />
      <MessageBar workbench={workbench} />
      <FormulaBar workbench={workbench} editing={editing} />
      <div className="middle">
        <main className="sheet">
          <CellsView workbench={workbench} editing={editing} />
          <SheetTabs workbench={workbench} editing={editing} />
        </main>
        <PaneFrame workbench={workbench} />
      </div>
      <StatusBar workbench={workbench} editing={editing} />
      {workbench.task === null ? null : (
        <div className="task" role="status">
          {WORDS[workbench.task][lang]}
        </div>
      )}
    </div>
  );
}
