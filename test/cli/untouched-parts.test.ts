import { readFileSync } from 'node:fs';
import path from 'node:path';
import { partText } from '../xlsx/workbooks';
import { unzipped } from '../xlsx/zip';
import { root, run } from './run';
import { opened, temporaryFolder } from './workbook';

/** departments.xlsx has a chart, a comment, a table and names; an evaluation leaves them as they are. */
const input = path.join(root, 'samples', 'departments.xlsx');

async function annotated(...options: readonly string[]): Promise<string> {
  const output = path.join(temporaryFolder(), 'out.xlsx');
  const { exit } = await run('evaluate', input, '--policy', 'xishan-2020', '--out', output, ...options);
  expect(exit).toBe(0);
  return output;
}

/** Parts of the input that are not there byte for byte in the output. */
function changed(output: string): string[] {
  const [before, after] = [input, output].map((file) => unzipped(readFileSync(file)));
  return Object.entries(before ?? {}).flatMap(([name, bytes]) =>
    Buffer.from(bytes).equals(after?.[name] ?? Buffer.of()) ? [] : [name],
  );
}

const COMMENTS = 'xl/comments/comment1.xml';

/** The first comment of the file, as it is written there. */
function commentIn(file: string): string {
  return /<comment .*?<\/comment>/s.exec(partText(readFileSync(file), COMMENTS))?.[0] ?? '';
}

const WORKBOOK = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/workbook.xml', 'xl/styles.xml'];

test('one sheet is evaluated: all others, the chart, the comment and the table stay byte for byte', async () => {
  const output = await annotated('--sheet', '农业');
  expect(changed(output).toSorted()).toEqual([...WORKBOOK, 'xl/worksheets/sheet7.xml'].toSorted());
});

test('all sheets are evaluated: chart, drawing, table, theme, texts and properties stay byte for byte', async () => {
  const output = await annotated();
  const sheets = opened(input).sheets.map((sheet) => sheet.path);
  expect(changed(output).toSorted()).toEqual(
    [
      ...WORKBOOK,
      ...sheets,
      // Notes of ours: on 商贸 beside the user's comment, on 金融 the first.
      COMMENTS,
      'xl/drawings/commentsDrawing1.vml',
      'xl/worksheets/_rels/sheet4.xml.rels',
    ].toSorted(),
  );
});

test('the user’s comment, names and calculation settings are there as they were', async () => {
  const output = await annotated();
  const comment = commentIn(input);
  expect(comment).toMatch(/^<comment [^]+<\/comment>$/);
  expect(partText(readFileSync(output), COMMENTS)).toContain(comment);
  const names = opened(input).definedNames;
  expect(names).toHaveLength(2);
  expect(opened(output).definedNames).toEqual(expect.arrayContaining([...names]));
  expect(opened(output).calculation).toEqual(opened(input).calculation);
});
