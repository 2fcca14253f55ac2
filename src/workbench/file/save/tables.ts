/** The tables of one sheet as parts: those of the file changed in place, new ones added, those that are gone removed. */
import {
  child,
  DECLARATION,
  escapeStringAttribute,
  MAIN,
  MAIN_URI,
  parseTree,
  Splices,
  type PackageEdits,
} from '../../../xlsx';
import { areaText, type Sheet, type Table } from '../../host';
import type { OpenFile } from '../open-file';
import { filterXml } from './sheet-elements';

const TABLE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

export class TablesWriter {
  private lastId: number;

  constructor(
    private readonly opened: OpenFile,
    private readonly edits: PackageEdits,
  ) {
    this.lastId = Math.max(0, ...Array.from(opened.tables.values(), (path) => this.idIn(path)));
  }

  /** @returns the ids of the relationships from the sheet's part to its tables */
  write(sheet: Sheet, path: string): string[] {
    const { edits, opened } = this;
    const paths = new Map(sheet.tables.map((table) => [table, opened.tables.get(table) ?? null]));
    for (const { id, kind, path: part } of edits.relationships(path)) {
      if (kind !== 'table' || [...paths.values()].includes(part)) continue;
      edits.unrelate(path, id);
      if (part !== null) edits.remove(part);
    }
    return sheet.tables.map((table) => {
      const known = paths.get(table) ?? null;
      if (known === null) return this.add(table, path);
      this.change(table, known);
      return edits.relationships(path).find((relationship) => relationship.path === known)?.id ?? '';
    });
  }

  private idIn(path: string): number {
    const { root } = parseTree(path, this.opened.file.parts.bytes(path, ''), MAIN, 'table');
    return Number(root.attributes.get('id') ?? 0);
  }

  private add(table: Table, sheetPath: string): string {
    this.lastId += 1;
    const path = this.edits.freePath('xl/tables/table#.xml');
    const name = escapeStringAttribute(table.name);
    this.edits.add(
      path,
      TABLE_TYPE,
      `${DECLARATION}<table xmlns="${MAIN_URI}" id="${this.lastId}" name="${name}" displayName="${name}" ref="${areaText(table.range)}"` +
        `${table.hasHeaders ? '' : ' headerRowCount="0"'}${table.hasTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"'}>` +
        `${filterOf(table)}<tableColumns count="${table.columnIds.length}">${columnsXml(table, '')}</tableColumns>` +
        `<tableStyleInfo${table.style === '' ? '' : ` name="${escapeStringAttribute(table.style)}"`} showFirstColumn="${flag(table.highlightFirstColumn)}" showLastColumn="${flag(table.highlightLastColumn)}"` +
        ` showRowStripes="${flag(table.showBandedRows)}" showColumnStripes="${flag(table.showBandedColumns)}"/></table>`,
    );
    return this.edits.relate(sheetPath, 'table', path);
  }

  private change(table: Table, path: string): void {
    const tree = parseTree(path, this.opened.file.parts.bytes(path, ''), MAIN, 'table');
    const { root } = tree;
    const splices = new Splices(tree);
    const ref = areaText(table.range);
    const prefix = root.prefix === '' ? '' : `${root.prefix}:`;
    if (root.attributes.get('ref') !== ref || root.attributes.get('displayName') !== table.name) {
      splices.setAttributes(root, { ref, name: table.name, displayName: table.name });
    }
    const filter = child(root, 'autoFilter');
    if (filter !== undefined) {
      if (table.filter !== null) splices.replace(filter.start, filter.end, filterXml(table.filter, prefix));
      else if (filter.attributes.get('ref') !== filterRange(table))
        splices.setAttributes(filter, { ref: filterRange(table) });
    }
    const columns = child(root, 'tableColumns');
    const names = table.columnIds.map((_, index) => table.columnName(index));
    const present = columns?.children.map(({ attributes }) => attributes.get('name') ?? '') ?? [];
    if (columns !== undefined && names.join('\n') !== present.join('\n')) {
      const xml = `<${prefix}tableColumns count="${names.length}">${columnsXml(table, prefix)}</${prefix}tableColumns>`;
      splices.replace(columns.start, columns.end, xml);
    }
    if (!splices.isEmpty) this.edits.set(path, splices.apply());
  }
}

function columnsXml(table: Table, p: string): string {
  return table.columnIds
    .map(
      (_, index) =>
        `<${p}tableColumn id="${index + 1}" name="${escapeStringAttribute(table.columnName(index))}"/>`,
    )
    .join('');
}

function filterOf(table: Table): string {
  if (table.filter !== null) return filterXml(table.filter, '');
  return table.showFilterButton && table.hasHeaders ? `<autoFilter ref="${filterRange(table)}"/>` : '';
}

function filterRange({ range, body }: Table): string {
  return areaText({ ...range, bottom: body.bottom });
}

function flag(value: boolean): string {
  return value ? '1' : '0';
}
