import { deflateSync, strToU8 } from 'fflate';
import { openWorkbook, WorkbookError } from '../../src/xlsx';
import {
  contentTypes,
  failure,
  outcome,
  partsWith,
  gridOf,
  MAIN,
  open,
  partsOf,
  relationships,
  sheetXml,
  withStrings,
  workbookFile,
  workbookXml,
} from './workbooks';
import { zip } from './zip';
import type { ZipPart } from './zip';

const SHEET = 'xl/worksheets/sheet1.xml';
const SAVE_AS = '请在 Excel 中打开并另存为“Excel 工作簿（.xlsx）”。';
const SAVE_AS_EN = 'Open it in Excel and save it as “Excel Workbook (.xlsx)”.';

/** A compound file with one directory entry of this name. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (let i = 0; i < stream.length; i++) bytes[512 + 128 + 2 * i] = stream.charCodeAt(i);
  return bytes;
}

describe('files that are no workbooks say what they are', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['empty', new Uint8Array(0), '文件是空的', 'the file is empty'],
    ['CSV', strToU8('企业,产值\n甲,1\n'), '这是文本文件（如 CSV）', 'this is a text file (such as CSV)'],
    [
      'CSV in UTF-16',
      Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x2c, 0),
      '这是文本文件（如 CSV）',
      'this is a text file (such as CSV)',
    ],
    [
      'HTML',
      strToU8('<!-- saved --> <HTML><table>'),
      '这是网页（HTML），只是用了表格文件的扩展名',
      'this is a web page (HTML) with the extension of a spreadsheet',
    ],
    [
      'XHTML',
      strToU8('<?xml version="1.0"?><html xmlns="x"/>'),
      '这是网页（HTML），只是用了表格文件的扩展名',
      'this is a web page (HTML) with the extension of a spreadsheet',
    ],
    ['XML spreadsheet', strToU8('<?xml version="1.0"?><Workbook/>'), '这是 XML 文件', 'this is an XML file'],
    ['PDF', strToU8('%PDF-1.7'), '这是 PDF 文件', 'this is a PDF file'],
    [
      'RAR',
      strToU8('Rar!xxxx'),
      '这是其他压缩文件（RAR、7z、gzip）',
      'this is another kind of archive (RAR, 7z, gzip)',
    ],
    [
      'gzip',
      Uint8Array.of(0x1f, 0x8b, 8, 0),
      '这是其他压缩文件（RAR、7z、gzip）',
      'this is another kind of archive (RAR, 7z, gzip)',
    ],
    [
      'old Excel',
      compoundFile('Workbook'),
      '这是旧版 Excel 97-2003 格式（.xls）',
      'this is the old Excel 97-2003 format (.xls)',
    ],
    [
      'Excel 5',
      compoundFile('Book'),
      '这是旧版 Excel 97-2003 格式（.xls）',
      'this is the old Excel 97-2003 format (.xls)',
    ],
    [
      'Excel 2',
      Uint8Array.of(0x09, 0x00, 0x04, 0x00),
      '这是旧版 Excel 97-2003 格式（.xls）',
      'this is the old Excel 97-2003 format (.xls)',
    ],
    [
      'old Word',
      compoundFile('WordDocument'),
      '这是其他 Office 文件（Word、PowerPoint 等）',
      'this is another Office file (Word, PowerPoint …)',
    ],
    ['unknown compound file', compoundFile('Contents'), '无法识别文件内容', 'its content is not recognised'],
    ['unknown bytes', Uint8Array.of(1, 2, 3, 4, 5), '无法识别文件内容', 'its content is not recognised'],
    [
      'empty zip',
      zip([]),
      '这是 ZIP 压缩文件，里面没有工作簿',
      'this is a ZIP archive without a workbook in it',
    ],
    [
      'zip of something else',
      zip([{ name: 'a.txt', content: 'a' }]),
      '这是 ZIP 压缩文件，里面没有工作簿',
      'this is a ZIP archive without a workbook in it',
    ],
    [
      'package without a document',
      workbookFile({ '_rels/.rels': relationships(['rId1', 'thumbnail', 'a.png']) }),
      '这是 ZIP 压缩文件，里面没有工作簿',
      'this is a ZIP archive without a workbook in it',
    ],
    [
      'OpenDocument',
      zip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 'stored' },
        { name: 'META-INF/manifest.xml', content: '<x/>' },
      ]),
      '这是 OpenDocument 文件（.ods 等）',
      'this is an OpenDocument file (.ods or the like)',
    ],
    [
      'binary workbook',
      workbookFile({
        '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.bin']),
        'xl/workbook.bin': 'x',
      }),
      '这是二进制工作簿（.xlsb）',
      'this is a binary workbook (.xlsb)',
    ],
    [
      'Word',
      workbookFile({
        '[Content_Types].xml': contentTypes({
          '/xl/workbook.xml':
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        }),
      }),
      '这是其他 Office 文件（Word、PowerPoint 等）',
      'this is another Office file (Word, PowerPoint …)',
    ],
  ])('%s', (_, bytes, zh, en) => {
    expect(failure(() => openWorkbook(bytes))).toEqual({
      code: 'not-a-workbook',
      zh: `不是 .xlsx 或 .xlsm 工作簿：${zh}。${SAVE_AS}`,
      en: `Not an .xlsx or .xlsm workbook: ${en}. ${SAVE_AS_EN}`,
    });
  });

  test('an encrypted workbook', () => {
    const expected = {
      code: 'encrypted',
      zh: '工作簿已加密（需要密码才能打开）。请在 Excel 中打开，去掉打开密码后另存。',
      en: 'The workbook is encrypted (it needs a password to open). Open it in Excel, remove the password and save it.',
    };
    expect(failure(() => openWorkbook(compoundFile('EncryptedPackage')))).toEqual(expected);
    expect(failure(() => openWorkbook(zip(partsOf().map((part) => ({ ...part, flags: 1 })))))).toEqual(
      expected,
    );
  });

  test.each([
    ['Analyst', 7],
    ['分析员', 6],
  ])('the file that Excel keeps beside an open workbook (of %s)', (user, bytesOfName) => {
    const file = new Uint8Array(165).fill(0x20, 0, 55);
    const view = new DataView(file.buffer);
    view.setUint8(0, bytesOfName);
    view.setUint8(55, user.length);
    Array.from(user.padEnd(54)).forEach((letter, i) =>
      view.setUint16(57 + 2 * i, letter.charCodeAt(0), true),
    );
    expect(failure(() => openWorkbook(file))).toEqual({
      code: 'lock-file',
      zh: '这是 Excel 打开工作簿时在旁边留下的临时文件（文件名以 ~$ 开头），里面没有表格。请选择工作簿本身。',
      en: 'This is the temporary file that Excel keeps beside an open workbook (its name begins with ~$); it holds no tables. Choose the workbook itself.',
    });
    expect(failure(() => openWorkbook(file.slice(1))).code).toBe('not-a-workbook');
  });

  test('the error is an Error whose message is the English text', () => {
    const error = new WorkbookError('no-sheets', {});
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.message, error.params]).toEqual(['WorkbookError', error.text('en'), {}]);
  });
});

describe('damaged archives', () => {
  const damagedZip = {
    code: 'damaged-zip',
    zh: '文件已损坏：压缩目录与内容不一致。请用 Excel 打开并修复后另存。',
    en: 'The file is damaged: its archive directory does not agree with its content. Open it in Excel, let it repair, and save it.',
  };
  const changed = (name: string, change: Partial<ZipPart>): Uint8Array => zip(partsWith(name, change));

  test('cut off anywhere, it is never read as something else', () => {
    const file = workbookFile();
    const truncated = {
      code: 'truncated',
      zh: '文件不完整（可能下载或复制中断）。请重新获取该文件。',
      en: 'The file is incomplete (a download or copy may have been cut off). Get the file again.',
    };
    for (let length = 30; length < file.length; length += 41)
      expect(failure(() => openWorkbook(file.subarray(0, length)))).toEqual(truncated);
  });

  test('bytes changed anywhere give a WorkbookError or the same cells', () => {
    const file = workbookFile({ 'xl/worksheets/sheet1.xml': sheetXml('<row><c><v>1</v></c></row>') });
    for (let at = 0; at < file.length; at += 3) {
      const broken = file.with(at, Number(file[at]) ^ 0x55);
      expect([1, 'WorkbookError']).toContain(
        outcome(() => openWorkbook(broken).readGrid('数据').content(1, 1)),
      );
    }
  });

  test.each<[string, () => Uint8Array]>([
    [
      'local names that differ from the directory',
      () => changed('xl/workbook.xml', { localName: 'xl/workbooK.xml' }),
    ],
    ['local offsets outside the file', () => changed('xl/workbook.xml', { localOffset: 9_999_999 })],
    ['entries over one another', () => changed('xl/workbook.xml', { localOffset: 0 })],
    ['data beyond its entry', () => changed('xl/workbook.xml', { compressedSize: 5000 })],
    ['a directory that announces more entries than it has', () => zip(partsOf(), { count: 99 })],
    [
      'a zip64 directory that is not there',
      () => {
        const file = zip(partsOf(), { zip64End: true });
        const at = file.length - 22 - 20 + 8;
        file[at] = 0;
        file[at + 1] = 0;
        return file;
      },
    ],
  ])('%s', (_, file) => {
    expect(failure(() => openWorkbook(file()))).toEqual(damagedZip);
  });

  test('a directory that stands behind itself', () => {
    const file = workbookFile();
    new DataView(file.buffer).setUint32(file.length - 10, 0x7fffffff, true);
    expect(failure(() => openWorkbook(file))).toEqual(damagedZip);
  });

  test('a zip64 field too short for its values', () => {
    const file = workbookFile();
    const view = new DataView(file.buffer);
    view.setUint32(view.getUint32(file.length - 6, true) + 24, 0xffffffff, true);
    expect(failure(() => openWorkbook(file)).code).toBe('too-large');
    const wide = zip(partsOf().map((part) => ({ ...part, zip64: true })));
    const wideView = new DataView(wide.buffer);
    const record = wideView.getUint32(wide.length - 6, true);
    wideView.setUint16(record + 46 + '[Content_Types].xml'.length + 2, 8, true);
    expect(failure(() => openWorkbook(wide)).code).toBe('damaged-zip');
  });

  test.each<[string, Partial<ZipPart>]>([
    ['a wrong checksum', { crc: 1 }],
    ['a smaller size than the content has', { size: 10 }],
    ['a larger size than the content has', { size: 100_000 }],
    [
      'data that is not deflated',
      { content: Uint8Array.of(255, 255, 255, 255), method: 'stored', methodNumber: 8 },
    ],
    ['another compression method', { methodNumber: 14 }],
    ['a stored entry with two sizes', { method: 'stored', size: 3 }],
  ])('a part with %s', (_, change) => {
    const expected = {
      code: 'damaged-part',
      zh: '文件已损坏：部件 xl/worksheets/sheet1.xml 无法解压或校验不符。请用 Excel 打开并修复后另存。',
      en: 'The file is damaged: part xl/worksheets/sheet1.xml cannot be unpacked or fails its checksum. Open it in Excel, let it repair, and save it.',
    };
    expect(failure(() => openWorkbook(changed('xl/worksheets/sheet1.xml', change)).readGrid('数据'))).toEqual(
      expected,
    );
    expect(failure(() => openWorkbook(changed('xl/workbook.xml', change))).code).toBe('damaged-part');
  });

  test('the same part twice', () => {
    expect(
      failure(() => openWorkbook(zip([...partsOf(), { name: 'XL/workbook.xml', content: 'x' }]))),
    ).toEqual({
      code: 'duplicate-part',
      zh: '文件不可信：部件 XL/workbook.xml 出现了两次。请用 Excel 打开后另存。',
      en: 'The file cannot be trusted: part XL/workbook.xml is in it twice. Open it in Excel and save it.',
    });
  });

  test('too many parts', () => {
    expect(failure(() => openWorkbook(zip(partsOf(), { count: 65_535 })))).toEqual({
      code: 'too-many',
      zh: 'zip 中的部件过多，上限为 65,534。',
      en: 'Too many parts in zip; the limit is 65,534.',
    });
  });
});

describe('zip bombs', () => {
  const zeros = new Uint8Array(33 * 1024 * 1024);
  const bomb = deflateSync(zeros, { level: 1 });

  test('a part that declares more than the limit', () => {
    const parts = partsWith(SHEET, { size: 2_000_000_000 });
    expect(failure(() => openWorkbook(zip(parts)).readGrid('数据'))).toEqual({
      code: 'too-large',
      zh: 'xl/worksheets/sheet1.xml 解压后为 1,908 MB，超过上限 1,024 MB。',
      en: 'xl/worksheets/sheet1.xml unpacks to 1,908 MB; the limit is 1,024 MB.',
    });
  });

  test('many parts that together declare more than the limit', () => {
    const more = Array.from({ length: 5 }, (_, i) => ({
      name: `xl/media/${i}`,
      content: 'x',
      size: 1_000_000_000,
    }));
    expect(failure(() => openWorkbook(zip([...partsOf(), ...more])))).toEqual({
      code: 'too-large',
      zh: 'zip 解压后为 4,769 MB，超过上限 4,096 MB。',
      en: 'zip unpacks to 4,769 MB; the limit is 4,096 MB.',
    });
  });

  const LIMITS = { partBytes: 100_000, totalBytes: 100_000, characters: 100_000 };

  test('limits can be set', () => {
    const file = workbookFile({ 'xl/worksheets/sheet1.xml': sheetXml(' '.repeat(5000)) });
    expect(failure(() => openWorkbook(file, { ...LIMITS, partBytes: 4000 }).readGrid('数据')).code).toBe(
      'too-large',
    );
    expect(failure(() => openWorkbook(file, { ...LIMITS, totalBytes: 5000 })).code).toBe('too-large');
  });

  test('more text than memory should hold, shared or of the sheet itself', () => {
    const ten = ['甲乙丙丁戊', '己庚辛壬癸'];
    const shared = workbookFile({
      ...withStrings(ten.map((text) => `<si><t>${text}</t></si>`).join('')),
      'xl/worksheets/sheet1.xml': sheetXml('<row><c t="s"><v>0</v></c></row>'),
    });
    const own = workbookFile({
      'xl/worksheets/sheet1.xml': sheetXml(
        ten.map((text) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`).join(''),
      ),
    });
    const read = (file: Uint8Array, characters: number): unknown =>
      openWorkbook(file, { ...LIMITS, characters })
        .readGrid('数据')
        .content(1, 1);
    expect([read(shared, 10), read(own, 10)]).toEqual(['甲乙丙丁戊', '甲乙丙丁戊']);
    expect(failure(() => read(shared, 9))).toEqual({
      code: 'too-many',
      zh: 'xl/sharedStrings.xml 中的文字字符过多，上限为 9。',
      en: 'Too many characters of text in xl/sharedStrings.xml; the limit is 9.',
    });
    expect(failure(() => read(own, 9)).en).toBe(
      'Too many characters of text in xl/worksheets/sheet1.xml; the limit is 9.',
    );
  });

  test('a part that is compressed as no real part is', () => {
    const file = zip(
      partsWith(SHEET, {
        content: bomb,
        method: 'stored',
        methodNumber: 8,
        size: zeros.length,
      }),
    );
    expect(failure(() => openWorkbook(file).readGrid('数据'))).toEqual({
      code: 'suspicious-compression',
      zh: '文件不可信：部件 xl/worksheets/sheet1.xml 的压缩比为 1,024:1，像是压缩炸弹。',
      en: 'The file cannot be trusted: part xl/worksheets/sheet1.xml is compressed 1,024:1, as a zip bomb would be.',
    });
  });

  test('a part that declares little and holds much is stopped at what it declared', () => {
    const file = zip(partsWith(SHEET, { content: bomb, method: 'stored', methodNumber: 8, size: 1000 }));
    expect(failure(() => openWorkbook(file).readGrid('数据')).code).toBe('damaged-part');
  });
});

describe('missing and misdirected parts', () => {
  test.each<[string, Record<string, string | null>, string, string]>([
    ['content types', { '[Content_Types].xml': null }, '[Content_Types].xml', 'zip'],
    ['package relationships', { '_rels/.rels': null }, '_rels/.rels', 'zip'],
    ['workbook', { 'xl/workbook.xml': null }, 'xl/workbook.xml', '_rels/.rels'],
    ['workbook relationships', { 'xl/_rels/workbook.xml.rels': null }, '数据', 'xl/workbook.xml'],
    ['sheet', { 'xl/worksheets/sheet1.xml': null }, 'xl/worksheets/sheet1.xml', 'xl/workbook.xml'],
    [
      'sheet outside the file',
      {
        'xl/_rels/workbook.xml.rels': relationships().replace(
          '</Relationships>',
          '<Relationship Id="rId1" Type="x" TargetMode="External" Target="http://a/b"/></Relationships>',
        ),
      },
      '数据',
      'xl/workbook.xml',
    ],
  ])('%s', (_, change, part, neededBy) => {
    expect(failure(() => open(change))).toEqual({
      code: 'missing-part',
      zh: `文件已损坏：缺少部件 ${part}（${neededBy} 需要它）。请用 Excel 打开并修复后另存。`,
      en: `The file is damaged: part ${part} is missing (${neededBy} needs it). Open it in Excel, let it repair, and save it.`,
    });
  });

  test('styles, shared strings and tables that are not there', () => {
    const cell = sheetXml('<row><c t="s"><v>0</v></c></row>', {
      after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
    });
    expect(failure(() => open({ 'xl/styles.xml': null }).readGrid('数据')).en).toContain(
      'part xl/styles.xml is missing (xl/workbook.xml needs it)',
    );
    expect(
      failure(() =>
        open({
          ...withStrings(''),
          'xl/sharedStrings.xml': null,
          'xl/worksheets/sheet1.xml': sheetXml('<row><c t="s"><v>0</v></c></row>'),
        }).readGrid('数据'),
      ).en,
    ).toContain('cell A1 of part xl/worksheets/sheet1.xml refers to shared string 0, which does not exist');
    expect(
      failure(() =>
        open({ ...withStrings('<si><t>x</t></si>'), 'xl/worksheets/sheet1.xml': cell }).readGrid('数据'),
      ).en,
    ).toContain('part rId1 is missing (xl/worksheets/sheet1.xml needs it)');
    expect(
      failure(() =>
        open({
          ...withStrings('<si><t>x</t></si>'),
          'xl/worksheets/sheet1.xml': cell,
          'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', 'table', '../tables/t.xml']),
        }).readGrid('数据'),
      ).en,
    ).toContain('part xl/tables/t.xml is missing (xl/worksheets/sheet1.xml needs it)');
  });

  test('no sheets, or none with cells', () => {
    const expected = { code: 'no-sheets', zh: '工作簿里没有工作表。', en: 'The workbook has no worksheet.' };
    expect(failure(() => open({ 'xl/workbook.xml': workbookXml('<sheets/>') }))).toEqual(expected);
    expect(failure(() => open({ 'xl/workbook.xml': workbookXml('') }))).toEqual(expected);
    expect(
      failure(() =>
        open({
          'xl/_rels/workbook.xml.rels': relationships(['rId1', 'chartsheet', 'worksheets/sheet1.xml']),
        }),
      ),
    ).toEqual(expected);
  });

  test('paths that lead out of the file', () => {
    const relation = {
      'xl/_rels/workbook.xml.rels': relationships(['rId1', 'worksheet', '../../../etc/passwd']),
    };
    expect(failure(() => open(relation)).en).toContain(
      'part etc/passwd is missing (xl/workbook.xml needs it)',
    );
    expect(failure(() => openWorkbook(zip([...partsOf(), { name: '../a.xml', content: 'x' }])))).toEqual({
      code: 'unsafe-path',
      zh: '文件不可信：路径 ../a.xml 指向工作簿之外。',
      en: 'The file cannot be trusted: path ../a.xml leads out of the workbook.',
    });
    for (const name of ['../a.xml', 'xl/../../a.xml', 'C:\\a.xml', 'a\0b.xml'])
      expect(failure(() => openWorkbook(zip([...partsOf(), { name, content: 'x' }]))).code).toBe(
        'unsafe-path',
      );
  });

  test.each([
    ['one name', '数据', '数据', 'rId2'],
    ['one name but for its case', 'sheet', 'SHEET', 'rId2'],
    ['one part', '数据', '其他', 'rId1'],
  ])('two sheets of %s', (_, first, name, id) => {
    const changes = {
      'xl/workbook.xml': workbookXml(
        `<sheets><sheet name="${first}" sheetId="1" r:id="rId1"/><sheet name="${name}" sheetId="2" r:id="${id}"/></sheets>`,
      ),
      'xl/_rels/workbook.xml.rels': relationships(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', 'styles.xml'],
      ),
    };
    expect(failure(() => open(changes))).toEqual({
      code: 'duplicate-sheet',
      zh: `文件已损坏：工作表“${name}”的名称或内容被列出两次。请用 Excel 打开并修复后另存。`,
      en: `The file is damaged: the name or the content of sheet “${name}” is listed twice. Open it in Excel, let it repair, and save it.`,
    });
  });

  test('too many sheets', () => {
    const sheets = Array.from(
      { length: 10_001 },
      (_, i) => `<sheet name="s${i}" sheetId="${i + 1}" r:id="rId1"/>`,
    ).join('');
    expect(failure(() => open({ 'xl/workbook.xml': workbookXml(`<sheets>${sheets}</sheets>`) }))).toEqual({
      code: 'too-many',
      zh: 'xl/workbook.xml 中的工作表过多，上限为 10,000。',
      en: 'Too many sheets in xl/workbook.xml; the limit is 10,000.',
    });
  });
});

describe('XML that is not well-formed', () => {
  const problem = (xml: string | Uint8Array): unknown => {
    const { code, en, zh } = failure(() => open({ 'xl/worksheets/sheet1.xml': xml }).readGrid('数据'));
    const [, line, what] =
      /^The file is damaged: the XML of part xl\/worksheets\/sheet1\.xml is wrong at line (\d+): (.*)\. Open it in Excel, let it repair, and save it\.$/.exec(
        en,
      ) ?? [];
    const [, , was] =
      /^文件已损坏：部件 xl\/worksheets\/sheet1\.xml 第 (\d+) 行的 XML 有误：(.*)。请用 Excel 打开并修复后另存。$/.exec(
        zh,
      ) ?? [];
    return [code, Number(line), what, was];
  };
  const root = `<worksheet xmlns="${MAIN}">`;

  test.each<[string, string, number, string, string]>([
    ['ends early', `${root}<sheetData>\n<row>`, 2, 'it ends too early', '内容意外结束'],
    ['ends inside a tag', `${root}\n\n<sheetData x="`, 3, 'it ends too early', '内容意外结束'],
    ['ends inside a closing tag', `${root}</worksheet`, 1, 'it ends too early', '内容意外结束'],
    ['ends inside a comment', `${root}<!-- `, 1, 'it ends too early', '内容意外结束'],
    ['is empty', '', 1, 'it ends too early', '内容意外结束'],
    ['is only white space', ' \n', 1, 'it ends too early', '内容意外结束'],
    [
      'closes another tag',
      `${root}<sheetData></row></worksheet>`,
      1,
      'a closing tag does not match its opening tag',
      '结束标签与开始标签不一致',
    ],
    [
      'closes what is not open',
      '</a>',
      1,
      'a closing tag does not match its opening tag',
      '结束标签与开始标签不一致',
    ],
    ['has a tag without a name', `${root}< a/></worksheet>`, 1, 'a tag is malformed', '标签写法有误'],
    ['has a tag whose name is a number', `${root}<1/></worksheet>`, 1, 'a tag is malformed', '标签写法有误'],
    ['has a stray slash', `${root}<a / b/></worksheet>`, 1, 'a tag is malformed', '标签写法有误'],
    [
      'has an unknown declaration',
      `${root}<!ELEMENT a></worksheet>`,
      1,
      'a tag is malformed',
      '标签写法有误',
    ],
    ['has CDATA outside', `<![CDATA[x]]>${root}</worksheet>`, 1, 'a tag is malformed', '标签写法有误'],
    [
      'has an attribute without a value',
      `${root}<a b/></worksheet>`,
      1,
      'an attribute is malformed',
      '属性写法有误',
    ],
    [
      'has an attribute without quotes',
      `${root}<a b=1/></worksheet>`,
      1,
      'an attribute is malformed',
      '属性写法有误',
    ],
    [
      'has attributes that touch',
      `${root}<a b="1"c="2"/></worksheet>`,
      1,
      'an attribute is malformed',
      '属性写法有误',
    ],
    [
      'has < in an attribute',
      `${root}<a b="<"/></worksheet>`,
      1,
      'an attribute is malformed',
      '属性写法有误',
    ],
    [
      'has an attribute twice',
      `${root}<a b="1" b="2"/></worksheet>`,
      1,
      'an attribute is given twice',
      '同一属性出现两次',
    ],
    [
      'has an unknown entity',
      `${root}<sheetData><row><c t="str"><v>&nbsp;</v></c></row></sheetData></worksheet>`,
      1,
      'it has an unknown entity reference',
      '含有未知的实体引用',
    ],
    [
      'has a stray ampersand',
      `${root}<sheetData><row><c t="str"><v>a & b</v></c></row></sheetData></worksheet>`,
      1,
      'it has an unknown entity reference',
      '含有未知的实体引用',
    ],
    [
      'refers to a character XML has not',
      `${root}<sheetData><row><c t="str"><v>&#0;</v></c></row></sheetData></worksheet>`,
      1,
      'it has an unknown entity reference',
      '含有未知的实体引用',
    ],
    [
      'uses a prefix it does not declare',
      `${root}<y:a/></worksheet>`,
      1,
      'a namespace prefix is not declared',
      '命名空间前缀未声明',
    ],
    [
      'goes on after its end',
      `${root}<sheetData/></worksheet><a/>`,
      1,
      'it has content where none may be',
      '在不该有内容的地方有内容',
    ],
    [
      'has text before its root',
      `x${root}</worksheet>`,
      1,
      'it has content where none may be',
      '在不该有内容的地方有内容',
    ],
    [
      'has an element inside a number',
      `${root}<sheetData><row><c><v><b/></v></c></row></sheetData></worksheet>`,
      1,
      'it has content where none may be',
      '在不该有内容的地方有内容',
    ],
    [
      'is another part',
      `<styleSheet xmlns="${MAIN}"/>`,
      1,
      'its root element is not the expected one',
      '根元素不对',
    ],
    ['has no namespace', '<worksheet/>', 1, 'its root element is not the expected one', '根元素不对'],
    [
      'says another encoding',
      `<?xml version="1.0" encoding="gb2312"?>${root}</worksheet>`,
      1,
      'its encoding is neither UTF-8 nor UTF-16',
      '编码不是 UTF-8 或 UTF-16',
    ],
    ['nests too deeply', root + '<a>'.repeat(300), 1, 'it is nested too deeply', '嵌套过深'],
    [
      'has a tag that never ends',
      `${root}\n<a b="${'x'.repeat(17_000_000)}`,
      2,
      'a single tag or text is too long',
      '单个标签或文字过长',
    ],
  ])('%s', (_, xml, line, en, zh) => {
    expect(problem(xml)).toEqual(['xml', line, en, zh]);
  });

  test.each([
    ['a lone byte', [0xff]],
    ['an overlong form', [0xc0, 0x80]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['an overlong four-byte form', [0xf0, 0x80, 0x80, 0x80]],
    ['an overlong three-byte form', [0xe0, 0x80, 0x80]],
    ['a continuation that is none', [0xe4, 0x41, 0x41]],
    ['a cut sequence', [0xe4, 0xb8]],
    ['a lead that is none', [0xf8, 0x80, 0x80, 0x80]],
  ])('text that is not UTF-8: %s', (_, bytes) => {
    const xml = Uint8Array.from([
      ...strToU8(`${root}<sheetData><row><c t="str"><v>`),
      ...bytes,
      ...strToU8('</v></c></row></sheetData></worksheet>'),
    ]);
    expect(problem(xml)).toEqual([
      'xml',
      1,
      'its text is not valid UTF-8 or UTF-16',
      '文字不是有效的 UTF-8 或 UTF-16',
    ]);
  });

  test('an odd number of bytes of UTF-16', () => {
    expect(problem(Uint8Array.of(0xff, 0xfe, 0x3c))).toEqual([
      'xml',
      1,
      'its text is not valid UTF-8 or UTF-16',
      '文字不是有效的 UTF-8 或 UTF-16',
    ]);
  });

  test('DTDs are refused before anything in them is looked at', () => {
    const laughs = '<!DOCTYPE worksheet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    for (const path of [
      'xl/worksheets/sheet1.xml',
      'xl/workbook.xml',
      'xl/styles.xml',
      '[Content_Types].xml',
    ]) {
      expect(failure(() => open({ [path]: `<?xml version="1.0"?>${laughs}<x/>` }).readGrid('数据'))).toEqual({
        code: 'dtd',
        zh: `文件不可信：部件 ${path} 含有 DTD（DOCTYPE），工作簿中不允许。`,
        en: `The file cannot be trusted: part ${path} has a DTD (DOCTYPE), which workbooks may not have.`,
      });
    }
  });

  test('too many attributes and too many names', () => {
    const attributes = Array.from({ length: 129 }, (_, i) => ` a${i}=""`).join('');
    expect(failure(() => gridOf(`<row${attributes}/>`))).toEqual({
      code: 'too-many',
      zh: 'xl/worksheets/sheet1.xml 中的单个元素的属性过多，上限为 128。',
      en: 'Too many attributes on one element in xl/worksheets/sheet1.xml; the limit is 128.',
    });
    const names = Array.from({ length: 20_001 }, (_, i) => `<a${i}/>`).join('');
    expect(failure(() => gridOf(names))).toEqual({
      code: 'too-many',
      zh: 'xl/worksheets/sheet1.xml 中的XML 名称过多，上限为 20,000。',
      en: 'Too many XML names in xl/worksheets/sheet1.xml; the limit is 20,000.',
    });
  });

  test('names made to have one hash', () => {
    // Pairs of letters that weigh the same: every combination of them has the hash of every other.
    const names = Array.from({ length: 32 }, (_, i) =>
      Array.from({ length: 5 }, (__, bit) => ['Aa', 'BB'][(i >> bit) & 1]).join(''),
    );
    expect(failure(() => gridOf(names.map((name) => `<${name}/>`).join('')))).toMatchObject({
      code: 'too-many',
      en: 'Too many XML names in xl/worksheets/sheet1.xml; the limit is 16.',
    });
  });

  test('too many tables, styles and formats', () => {
    const tables = sheetXml('', {
      after: `<tableParts>${'<tablePart r:id="x"/>'.repeat(10_001)}</tableParts>`,
    });
    expect(failure(() => open({ [SHEET]: tables }).readGrid('数据')).en).toBe(
      'Too many tables in xl/worksheets/sheet1.xml; the limit is 10,000.',
    );
    const styles = (inside: string): string => `<styleSheet xmlns="${MAIN}">${inside}</styleSheet>`;
    const formats = Array.from(
      { length: 65_001 },
      (_, i) => `<numFmt numFmtId="${i + 200}" formatCode="0.${i}"/>`,
    );
    const used = Array.from({ length: 65_001 }, (_, i) => `<xf numFmtId="${i + 200}"/>`);
    const many = styles(`<numFmts>${formats.join('')}</numFmts><cellXfs>${used.join('')}</cellXfs>`);
    expect(failure(() => open({ 'xl/styles.xml': many }).readGrid('数据')).en).toBe(
      'Too many number formats in xl/styles.xml; the limit is 65,000.',
    );
    const xfs = styles(`<cellXfs>${'<xf/>'.repeat(1_000_001)}</cellXfs>`);
    expect(failure(() => open({ 'xl/styles.xml': xfs }).readGrid('数据')).en).toBe(
      'Too many number formats in xl/styles.xml; the limit is 1,000,000.',
    );
  });

  test('too many elements in a part that is read as a whole', () => {
    expect(failure(() => open({ 'xl/workbook.xml': workbookXml('<a/>'.repeat(1_200_001)) })).code).toBe(
      'too-many',
    );
  });
});

describe('references that lead nowhere', () => {
  test.each([
    ['<row r="0"/>', '0'],
    ['<row r="1048577"/>', '1048577'],
    ['<row r="-3"/>', '-3'],
    ['<row r="99999999999999"/>', '99999999999999'],
    ['<row r=""/>', ''],
    ['<row r="1048576"/><row/>', '1048577'],
    ['<row r="1"><c r="XFE1"/></row>', 'XFE1'],
    ['<row r="1"><c r="A1048577"/></row>', 'A1048577'],
    ['<row r="1"><c r="A0"/></row>', 'A0'],
    ['<row r="1"><c r="1A"/></row>', '1A'],
    ['<row r="1"><c r="A1B"/></row>', 'A1B'],
    ['<row r="1"><c r="ABCDE1"/></row>', 'ABCDE1'],
    ['<row r="1"><c r="A"/></row>', 'A'],
    ['<row r="1"><c r="A2"/></row>', 'A2'],
    ['<row r="1"><c r="XFD1"/><c/></row>', 'R1C16385'],
  ])('%s', (rows, reference) => {
    expect(failure(() => gridOf(rows))).toEqual({
      code: 'bad-reference',
      zh: `文件已损坏：部件 xl/worksheets/sheet1.xml 第 1 行的引用 ${reference} 不是工作表内的位置。`,
      en: `The file is damaged: reference ${reference} in part xl/worksheets/sheet1.xml, line 1, is not a place on a sheet.`,
    });
  });

  test.each(['A1:B', 'A:1', 'A1:XFE2', '', 'A', ':', 'A0'])('a merge of %s', (range) => {
    expect(
      failure(() =>
        open({
          'xl/worksheets/sheet1.xml': sheetXml('', {
            after: `<mergeCells><mergeCell ref="${range}"/></mergeCells>`,
          }),
        }).readGrid('数据'),
      ).code,
    ).toBe('bad-reference');
  });

  test('merges of whole rows and columns', () => {
    const grid = open({
      'xl/worksheets/sheet1.xml': sheetXml('', {
        after: '<mergeCells><mergeCell ref="A:B"/><mergeCell ref="3:4"/></mergeCells>',
      }),
    }).readGrid('数据');
    expect(grid.merges).toEqual([
      { top: 1, left: 1, bottom: 1_048_576, right: 2 },
      { top: 3, left: 1, bottom: 4, right: 16_384 },
    ]);
  });

  test('a table without a range', () => {
    const parts = {
      'xl/worksheets/sheet1.xml': sheetXml('', {
        after: '<tableParts><tablePart r:id="rId1"/></tableParts>',
      }),
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', 'table', '../tables/table1.xml']),
      'xl/tables/table1.xml': `<table xmlns="${MAIN}"/>`,
    };
    expect(failure(() => open(parts).readGrid('数据')).code).toBe('bad-reference');
  });

  test.each(['1', '-1', '0.5', 'x'])('shared string %s of a table of one', (index) => {
    expect(
      failure(() =>
        gridOf(`<row r="7"><c r="B7" t="s"><v>${index}</v></c></row>`, withStrings('<si><t>x</t></si>')),
      ),
    ).toEqual({
      code: 'bad-shared-string',
      zh: `文件已损坏：部件 xl/worksheets/sheet1.xml 的单元格 B7 引用了不存在的共享文字 ${index}。`,
      en: `The file is damaged: cell B7 of part xl/worksheets/sheet1.xml refers to shared string ${index}, which does not exist.`,
    });
  });

  test('too many merges', () => {
    const merges = '<mergeCell ref="A1:B2"/>'.repeat(200_001);
    expect(
      failure(() =>
        open({
          'xl/worksheets/sheet1.xml': sheetXml('', { after: `<mergeCells>${merges}</mergeCells>` }),
        }).readGrid('数据'),
      ),
    ).toEqual({
      code: 'too-many',
      zh: 'xl/worksheets/sheet1.xml 中的合并区域过多，上限为 200,000。',
      en: 'Too many merged ranges in xl/worksheets/sheet1.xml; the limit is 200,000.',
    });
  });
});

describe('files that are large for nothing', () => {
  test('hundreds of thousands of formatted rows without cells', () => {
    const rows = Array.from(
      { length: 300_000 },
      (_, i) => `<row r="${i + 2}" s="1" customFormat="1" hidden="1"/>`,
    ).join('');
    const file = workbookFile({
      'xl/worksheets/sheet1.xml': sheetXml(`<row r="1"><c r="A1"><v>1</v></c></row>${rows}`),
    });
    const grid = openWorkbook(file).readGrid('数据');
    expect([grid.rowCount, grid.columnCount, grid.hiddenRows.size]).toEqual([1, 1, 0]);
  });

  test('cells far apart cost no more than cells side by side', () => {
    const rows = Array.from(
      { length: 16_384 },
      (_, i) =>
        `<row r="${i * 64 + 1}"><c r="A${i * 64 + 1}"><v>1</v></c><c r="XFD${i * 64 + 1}"><v>2</v></c></row>`,
    ).join('');
    const grid = gridOf(rows);
    expect([grid.content(64 * 16_383 + 1, 16_384), grid.content(2, 2)]).toEqual([2, null]);
  });
});
