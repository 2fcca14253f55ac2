import { snapshotOf, styled, type WorkbookSnapshot } from '../../../src/workbench/host';
import { openWorkbook } from '../../../src/xlsx';
import { changedParts, opened, partText, sample, saved } from './files';

// Whole samples are opened, saved and compared; on a machine busy with other tests that takes its time.
jest.setTimeout(240_000);

const SAMPLES = ['departments', 'industry-messy', 'kunming-2024', 'xishan-2020'];

test.each(SAMPLES)('%s, opened and saved with no change, is the same file', (name) => {
  const bytes = sample(name);
  expect(Buffer.compare(saved(opened(bytes)), bytes)).toBe(0);
});

test('what is typed changes the part of that sheet and no other', () => {
  const bytes = sample('departments');
  const file = opened(bytes);
  file.host.user.type('楼宇!C3', '新的名称');
  const after = saved(file);
  const changed = changedParts(bytes, after);
  expect(changed).toEqual(['xl/worksheets/sheet2.xml']);
  expect(openWorkbook(after).readGrid('楼宇').content(3, 3)).toBe('新的名称');
});

test.each(['departments', 'industry-messy'])(
  '%s, with every sheet written anew, is the same workbook when opened again',
  (name) => {
    const file = opened(sample(name));
    const { user } = file.host;
    for (const sheet of file.workbook.sheets) {
      user.type(`'${sheet.name}'!A1048576`, 'x');
      user.clear(`'${sheet.name}'!A1048576`);
    }
    const after = saved(file);
    const changed = changedParts(sample(name), after);
    expect(changed.length).toBeGreaterThanOrEqual(file.workbook.sheets.length);
    expect(plain(snapshotOf(opened(after).workbook))).toEqual(plain(snapshotOf(file.workbook)));
  },
);

test('new sheets, names, tables, notes, looks and formulas are there when the file is opened again', () => {
  const file = opened(sample('departments'));
  const { host, workbook } = file;
  host.user.addSheet('新表');
  host.user.enter('新表!B2', [
    ['项目', '金额'],
    ['甲', 1.5],
    ['乙', 2],
    ['合计', '=SUM(C3:C4)'],
  ]);
  const sheet = workbook.sheetNamed('新表');
  sheet?.setStyle(2, 2, styled(workbook.plain, { bold: true, fill: '#FFEE00', numberFormat: '0.0000' }));
  host.user.renameSheet('楼宇', '楼宇 2020');
  host.user.moveSheet('外贸', 0);
  host.user.hideSheet('农业');
  const after = opened(saved(file)).workbook;
  expect(plain(snapshotOf(after))).toEqual(plain(snapshotOf(workbook)));
  expect(after.sheetNamed('新表')?.content(5, 3)).toBe(3.5);
  expect(after.sheetNamed('新表')?.formula(5, 3)?.text).toBe('=SUM(C3:C4)');
});

test('a sheet that was deleted goes with its table and its comments, and the rest opens', () => {
  const file = opened(sample('departments'));
  file.host.user.deleteSheet('金融');
  const after = saved(file);
  expect(openWorkbook(after).sheets.map(({ name }) => name)).not.toContain('金融');
  expect(changedParts(sample('departments'), after)).toContain('xl/tables/table1.xml');
  expect(partText(after, '[Content_Types].xml')).not.toContain('table1.xml');
});

test('rows that are inserted move the note, the table and the formulas of the file', () => {
  const file = opened(sample('departments'));
  file.host.user.insert('商贸!1:2');
  const after = opened(saved(file));
  expect(after.workbook.comments.map(({ cell, content }) => [cell.top, cell.left, content])).toEqual([
    [4, 7, '口径：联网直报年报，批发业含增值税'],
  ]);
  expect(plain(snapshotOf(after.workbook))).toEqual(plain(snapshotOf(file.workbook)));
});

/** Numbers of looks are those of each file; ids of parts and settings are compared elsewhere. */
function plain(snapshot: WorkbookSnapshot): unknown {
  return JSON.parse(
    JSON.stringify(snapshot, (key, value: unknown) => (key === 'fileStyle' ? undefined : value)),
  );
}
