/**
 * The state of the page: the workbook that is open, the simulated Excel around it, what is selected. The page
 * shows it and calls it; everything that changes cells goes through the host's user, as in Excel.
 */
import type { CellRange } from '../../sheet';
import type { Bilingual, Lang } from '../../rules';
import { WorkbookError } from '../../xlsx';
import { type OpenFile, openFile } from '../file/open-file';
import { saveFile } from '../file/save/save-file';
import { at, rangeOf, type Selection } from '../grid/selection';
import {
  addressText,
  Problem,
  SimulatedHost,
  snapshotOf,
  type OfficePage,
  type Session,
  type Sheet,
  type Workbook,
  type WorkbookSnapshot,
} from '../host';
import { emptyWorkbookFile } from './empty-workbook';
import { addFunctionExamples } from './function-examples';
import { problemText } from './problem-texts';
import type { Settings } from './settings';
import type { Site } from './site';
import { SENTENCES } from './words';

export interface Message {
  readonly kind: 'problem' | 'done';
  readonly text: Bilingual;
}

/** Windows beside this one. */
export interface BrowserWindows {
  openWindow(url: string): void;
  /** A workbook that the add-in made: shown in a workbench of its own. */
  openCopy(bytes: Uint8Array, name: string): void;
}

export class Workbench {
  /** Counts changes: whoever shows the page asks again when it differs. */
  version = 0;
  /** Counts changes of what the sheets hold, apart from what is selected. */
  cellsVersion = 0;
  message: Message | null = null;
  isPaneOpen: boolean;
  lang: Lang;
  theme: 'light' | 'dark';
  /** A task that takes a while is under way. */
  task: 'opening' | 'saving' | null = null;
  host: SimulatedHost;
  session: Session | null = null;
  private opened: OpenFile;
  private readonly selections = new Map<Sheet, Selection>();
  private readonly listeners = new Set<() => void>();
  private unwatch: () => void = () => undefined;
  private isTelling = false;

  constructor(
    readonly site: Site,
    private readonly settings: Settings,
    private readonly surroundings: BrowserWindows,
  ) {
    this.lang = settings.lang;
    this.theme = settings.theme;
    this.isPaneOpen = settings.pane;
    this.opened = openFile(emptyWorkbookFile(), this.emptyName(), site.addIn.id);
    this.host = this.startHost();
  }

  get workbook(): Workbook {
    return this.host.workbook;
  }

  get sheet(): Sheet {
    return this.workbook.activeSheet;
  }

  /** Names of the tabs without cells, which the page does not show. */
  get otherTabs(): readonly string[] {
    return this.opened.otherTabs;
  }

  get selection(): Selection {
    return this.selections.get(this.sheet) ?? at(this.sheet.selection.top, this.sheet.selection.left);
  }

  get selectedRange(): CellRange {
    return rangeOf(this.selection, this.sheet.merges);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  // ------------------------------------------------------------ files

  /**
   * Opens a file in place of the present workbook, which stays open when the file is none.
   * @param bytes of an .xlsx or .xlsm
   * @returns whether it was opened; if not, `message` says why
   */
  open(bytes: Uint8Array, name: string): boolean {
    try {
      const opened = openFile(bytes, name, this.site.addIn.id);
      this.replace(opened);
      this.message = opened.file.isSigned ? { kind: 'done', text: SENTENCES.signed(name) } : null;
      return true;
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      const why = { zh: error.text('zh'), en: error.text('en') };
      this.message = { kind: 'problem', text: SENTENCES.cannotOpen(name, why) };
      return false;
    } finally {
      this.changed();
    }
  }

  openEmpty(): void {
    this.replace(openFile(emptyWorkbookFile(), this.emptyName(), this.site.addIn.id));
    this.message = null;
    this.changed();
  }

  /** A sample, with a sheet of live formulas beside it where there is one for it. */
  openSample(bytes: Uint8Array, name: string): boolean {
    if (!this.open(bytes, `${name}.xlsx`)) return false;
    addFunctionExamples(this.host, name, this.lang);
    this.changed();
    return true;
  }

  /** The workbook as the bytes of a file. @throws WorkbookError for what no file can hold */
  save(): Uint8Array {
    return saveFile(this.opened, this.site.addIn);
  }

  snapshot(): WorkbookSnapshot {
    return snapshotOf(this.workbook);
  }

  private emptyName(): string {
    return this.lang === 'zh' ? '工作簿1.xlsx' : 'Book1.xlsx';
  }

  private replace(opened: OpenFile): void {
    this.unwatch();
    this.host.dispose();
    this.selections.clear();
    this.opened = opened;
    this.host = this.startHost();
    this.cellsVersion += 1;
  }

  // ------------------------------------------------------------ the simulated Excel

  private startHost(): SimulatedHost {
    const { platform, blanks } = this.settings;
    const host = new SimulatedHost({
      members: this.site.members,
      workbook: this.opened.workbook,
      platform,
      ...(blanks === undefined ? {} : { blanks }),
      locale: this.lang === 'zh' ? 'zh-CN' : 'en-US',
      theme: this.theme,
      functions: { namespace: this.site.addIn.namespace, json: this.site.functions[this.lang] },
      window: {
        showPane: (isShown) => {
          this.showPane(isShown);
        },
        openBrowser: (url) => {
          this.surroundings.openWindow(url);
        },
        documentCopy: () => this.save(),
        openWorkbook: (bytes) => {
          this.surroundings.openCopy(bytes, this.workbook.name);
        },
      },
    });
    this.session = null;
    this.unwatch = host.workbook.watch((change, origin) => {
      if (change.kind === 'selected' && origin !== 'user') {
        const { anchor, focus } = corners(change.area);
        this.selections.set(change.sheet, { anchor, focus });
      }
      if (change.kind !== 'selected') this.cellsVersion += 1;
      this.changed();
    });
    return host;
  }

  /** @param page the pane's window, before office.js is loaded there */
  connect(page: OfficePage): Session {
    this.session?.kill();
    this.session = this.host.connect(page);
    return this.session;
  }

  /** The pane's page is gone. */
  disconnect(): void {
    this.session?.kill();
    this.session = null;
  }

  /** Language and theme are Excel's own: the add-in learns of them when it starts. */
  restart(change: { readonly lang?: Lang; readonly theme?: 'light' | 'dark' }): void {
    this.lang = change.lang ?? this.lang;
    this.theme = change.theme ?? this.theme;
    this.unwatch();
    this.host.dispose();
    this.host = this.startHost();
    this.changed();
  }

  showPane(isOpen: boolean): void {
    this.isPaneOpen = isOpen;
    this.changed();
  }

  press(button: {
    readonly id: string;
    readonly action: { readonly kind: string; readonly name?: string };
  }): void {
    if (button.action.name === undefined) this.showPane(true);
    else this.session?.pressButton(button.action.name, button.id);
  }

  // ------------------------------------------------------------ what users do

  /** Does what Excel may refuse. @returns whether it was done; if not, `message` says why */
  act(action: (user: SimulatedHost['user']) => void): boolean {
    try {
      action(this.host.user);
      this.message = null;
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.message = { kind: 'problem', text: problemText(error.code) };
      return false;
    } finally {
      this.changed();
    }
  }

  select(selection: Selection): void {
    this.selections.set(this.sheet, selection);
    this.host.user.select(this.address(this.selectedRange));
    this.changed();
  }

  activate(sheet: Sheet): void {
    this.act((user) => {
      user.select(this.address(sheet.selection, sheet));
    });
  }

  /** As the host's user takes it: with the sheet. */
  address(range: CellRange, sheet: Sheet = this.sheet): string {
    return addressText(sheet.name, range);
  }

  say(message: Message | null): void {
    this.message = message;
    this.changed();
  }

  begin(task: 'opening' | 'saving' | null): void {
    this.task = task;
    this.changed();
  }

  /** A request of the add-in changes cells a thousand times: the page looks once, before the next frame. */
  changed(): void {
    this.version += 1;
    if (this.isTelling) return;
    this.isTelling = true;
    requestAnimationFrame(() => {
      this.isTelling = false;
      for (const listener of this.listeners) listener();
    });
  }
}

function corners(range: CellRange): Selection {
  return {
    anchor: { row: range.top, column: range.left },
    focus: { row: range.bottom, column: range.right },
  };
}
