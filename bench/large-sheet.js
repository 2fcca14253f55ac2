'use strict';

/**
 * Runs in the workbench page, with the sample open: the sheet keeps its first columns, and its 2,000 rows are repeated
 * with other names and credit codes until there are enough.
 *
 * @param {import('../src/workbench/page/test-handle').WorkbenchHandle} handle
 * @param {{ rows: number, columns: number }} size
 */
function enlarge({ host }, { rows, columns }) {
  const sheet = host.workbook.sheetNamed('企业统计');
  if (sheet === undefined) throw new Error('the sample is not open');
  host.user.delete('企业统计!AE:EZ');
  const lines = Array.from({ length: 2000 }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const content = sheet.content(row + 2, column + 1);
      return typeof content === 'object' ? null : content;
    }),
  );
  for (let start = 2000; start < rows; start += 2000) {
    const block = lines.slice(0, rows - start).map(([code, name, ...rest], row) => {
      const number = (start + row).toString(36).toUpperCase().padStart(9, '0');
      return [`${String(code).slice(0, 9)}${number}`, `${String(name)}${start + row}`, ...rest];
    });
    host.user.enter(`企业统计!A${start + 2}`, block);
  }
}

module.exports = { enlarge };
