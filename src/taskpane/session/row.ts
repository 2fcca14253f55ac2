import { derivationKey } from '../state/pane-state';
import { sideMessage } from './messages';
import type { SessionContext } from './ports';

/** Follows the user's selection: what the enterprise of the selected row gets, and why. */
export class SelectedRow {
  private isAsking = false;
  private isDue = false;

  constructor(private readonly context: SessionContext) {}

  /** The selection moved. While one row is being read later ones wait, and only the last of them is read. */
  async follow(): Promise<void> {
    if (this.isAsking) {
      this.isDue = true;
      return;
    }
    this.isAsking = true;
    try {
      do {
        this.isDue = false;
        await this.read();
      } while (this.wasMoved());
    } finally {
      this.isAsking = false;
    }
  }

  private wasMoved(): boolean {
    return this.isDue;
  }

  private async read(): Promise<void> {
    const { excel, evaluation, store } = this.context;
    try {
      const { sheetId, row } = await excel.readSelection();
      store.dispatch({ type: 'sheetActivated', id: sheetId });
      const { results, work } = store.state();
      const sheetName = results?.sheets.get(sheetId);
      if (results === null || work !== null) return;
      const found = sheetName === undefined ? null : await evaluation.row({ sheetName, rowNumber: row });
      store.dispatch({ type: 'rowShown', row: found });
    } catch {
      // The selection is asked for again with the next move; a cell that is being edited is no reason to speak.
    }
  }

  /** How the enterprise shown came to a clause's result. */
  async derive(policy: string, clause: string): Promise<void> {
    const { evaluation, store } = this.context;
    const { row } = store.state();
    const key = derivationKey(policy, clause);
    if (row.kind !== 'enterprise' || row.derivations.has(key)) return;
    const { sheetName, rowNumber } = row.row;
    store.dispatch({ type: 'derivationAsked', key });
    try {
      const derivation = await evaluation.derivation({ policy, clause, sheetName, rowNumber });
      const now = store.state().row;
      const isSame = now.kind === 'enterprise' && now.row === row.row;
      if (isSame) store.dispatch({ type: 'derivationShown', key, derivation });
    } catch (error) {
      store.dispatch({ type: 'messageShown', message: sideMessage(error) });
    }
  }
}
