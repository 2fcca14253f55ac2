import type { CellRange } from '../../../sheet';
import type { Sheet } from './sheet';

/** What somebody wrote about one cell. */
export interface Comment {
  /** A note, the older kind, is shown to people; Office.js has no API for it up to ExcelApi 1.15. */
  readonly kind: 'comment' | 'note';
  readonly id: string;
  readonly sheet: Sheet;
  cell: CellRange;
  content: string;
  resolved: boolean;
  readonly author: string;
}
