import type { CellRange } from '../../../sheet';
import type { Sheet } from './sheet';

/** A threaded comment on one cell. (Notes, the older kind, have no API up to ExcelApi 1.15.) */
export interface Comment {
  readonly id: string;
  readonly sheet: Sheet;
  cell: CellRange;
  content: string;
  resolved: boolean;
  readonly author: string;
}
