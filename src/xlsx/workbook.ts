/** Opens a file: finds its workbook and sheets, and reads one sheet's cells when asked. */
import type { Grid } from '../sheet';
import { WorkbookError } from './errors';
import { DEFAULT_LIMITS } from './inflate';
import { NO_FORMATS, readNumberFormats } from './number-formats';
import type { NumberFormats } from './number-formats';
import { Package } from './package';
import { readSharedStrings } from './shared-strings';
import { SheetGrid } from './sheet-grid';
import { readSheet } from './sheet-reader';
import { readTable } from './tables';
import type { Calculation, DefinedName, ReadLimits, SheetInfo, Workbook } from './types';
import { readWorkbookPart } from './workbook-part';
import type { SheetRecord, WorkbookPart } from './workbook-part';

/**
 * @param bytes the file; kept, not copied, so it must not be changed afterwards
 * @throws WorkbookError saying what is wrong with the file
 */
export function openWorkbook(bytes: Uint8Array, limits: ReadLimits = DEFAULT_LIMITS): Workbook {
  // A Node Buffer is a Uint8Array whose `slice` shares memory: a plain view keeps `slice` a copy everywhere.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = Package.open(plain, limits);
  return new OpenedWorkbook(parts, readWorkbookPart(parts));
}

export class OpenedWorkbook implements Workbook {
  readonly sheets: readonly SheetInfo[];
  readonly definedNames: readonly DefinedName[];
  readonly date1904: boolean;
  readonly isSigned: boolean;
  readonly hasMacros: boolean;
  readonly isMacroEnabled: boolean;
  readonly isStrict: boolean;
  readonly calculation: Calculation;
  /** The shared strings by their number. */
  readonly strings: () => readonly string[];
  private readonly formats: () => NumberFormats;

  constructor(
    readonly parts: Package,
    readonly part: WorkbookPart,
  ) {
    this.sheets = part.sheets.map(({ name, kind, visibility, path }) => ({ name, kind, visibility, path }));
    this.definedNames = part.definedNames;
    this.date1904 = part.date1904;
    this.isStrict = part.isStrict;
    this.isMacroEnabled = part.isMacroEnabled;
    this.calculation = part.calculation;
    const paths = parts.paths().map((path) => path.toLowerCase());
    this.isSigned = paths.some((path) => path.startsWith('_xmlsignatures/'));
    this.hasMacros = paths.some(
      (path) => path.endsWith('/vbaproject.bin') || path.startsWith('xl/macrosheets/'),
    );
    this.strings = once(() => this.sharedStrings());
    this.formats = once(() => this.numberFormats());
  }

  /** Some writers name the part and leave it out where the workbook has no text: only a cell can miss it. */
  private sharedStrings(): readonly string[] {
    const path = this.partOfKind('sharedStrings');
    return path === null || !this.parts.has(path)
      ? []
      : readSharedStrings(this.parts.stream(path, this.part.path), this.parts.limits.characters);
  }

  private numberFormats(): NumberFormats {
    const path = this.partOfKind('styles');
    return path === null ? NO_FORMATS : readNumberFormats(this.parts.stream(path, this.part.path));
  }

  /** The part of the workbook that has this kind of relationship; null if there is none. */
  partOfKind(kind: string): string | null {
    return this.part.relationships.find((relationship) => relationship.kind === kind)?.path ?? null;
  }

  sheet(name: string): SheetRecord {
    const key = name.toLowerCase();
    const sheet = this.part.sheets.find((candidate) => candidate.name.toLowerCase() === key);
    if (sheet === undefined)
      throw new WorkbookError('no-such-sheet', {
        sheet: name,
        sheets: this.sheets.map((candidate) => candidate.name),
      });
    if (sheet.kind !== 'worksheet') throw new WorkbookError('no-cells', { sheet: sheet.name });
    return sheet;
  }

  readGrid(sheetName: string): Grid {
    const sheet = this.sheet(sheetName);
    const sharedStrings = this.strings();
    const formats = this.formats();
    const mostCharacters = this.parts.limits.characters;
    const context = { formats, sharedStrings, date1904: this.date1904, mostCharacters };
    const data = readSheet(this.parts.stream(sheet.path, this.part.path), context);
    return new SheetGrid(data, {
      sheetName: sheet.name,
      tables: this.tablesOf(sheet, data.tableIds),
      sharedStrings,
      formatCodes: [...formats.codes, 'yyyy-mm-dd'],
      date1904: this.date1904,
    });
  }

  private tablesOf(sheet: SheetRecord, ids: readonly string[]): Grid['tables'] {
    if (ids.length === 0) return [];
    const relationships = this.parts.relationships(sheet.path);
    return ids.map((id) => {
      const path = relationships.find((relationship) => relationship.id === id)?.path;
      if (path === undefined || path === null)
        throw new WorkbookError('missing-part', { part: id, neededBy: sheet.path });
      return readTable(path, this.parts.bytes(path, sheet.path));
    });
  }
}

function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
