import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { partText } from '../xlsx/workbooks';
import { unzipped } from '../xlsx/zip';
import { ENTERPRISES, PACK, rulesOfTwoYears } from './lakeside';
import { run } from './run';
import { temporaryFolder, writeWorkbook } from './workbook';

/** Every way a command can end without having done its work: the whole text, and the exit code. */
let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = writeWorkbook(folder, { 企业表: ENTERPRISES });
});

const at = (name: string): string => path.join(folder, name);

function written(name: string, content: unknown): string {
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content));
  return at(name);
}

/** What a command says on standard error in both languages; it says nothing else, and writes nothing. */
async function refusal(...argv: readonly string[]): Promise<{ exit: number; zh: string; en: string }> {
  const before = readdirSync(folder);
  const zh = await run(...argv);
  const en = await run(...argv, '--lang', 'en');
  expect([zh.out, en.out, en.exit]).toEqual(['', '', zh.exit]);
  expect(readdirSync(folder)).toEqual(before);
  return { exit: zh.exit, zh: zh.err, en: en.err };
}

function usage(zh: string, en: string): unknown {
  return { exit: 2, zh: `${zh}\n用法见 subsidy --help。\n`, en: `${en}\nSee subsidy --help.\n` };
}

function unusable(zh: string, en: string): unknown {
  return { exit: 1, zh: `${zh}\n`, en: `${en}\n` };
}

describe('wrong usage ends with 2', () => {
  const commands = [
    'evaluate',
    'map',
    'cases',
    'rules list',
    'rules show',
    'rules check',
    'rules test',
    'rules new',
    'rules diff',
    'demo',
  ];

  test('no command, and commands that do not exist', async () => {
    expect(await refusal()).toEqual(
      usage(`请给出命令：${commands.join('、')}。`, `Please give a command: ${commands.join(', ')}.`),
    );
    for (const argv of [['evalute'], ['rules'], ['rules', 'lst'], ['toString']]) {
      expect(await refusal(...argv)).toEqual(
        usage(
          `没有命令“${argv.join(' ')}”；有：${commands.join('、')}。`,
          `There is no command “${argv.join(' ')}”; there are: ${commands.join(', ')}.`,
        ),
      );
    }
  });

  test('a date that is none', async () => {
    for (const date of ['2020-13', '20200630', '2021-02-29', 'today']) {
      expect(await refusal('evaluate', file, '--as-of', date)).toEqual(
        usage(
          `--as-of 应为日期，如 2020、2020-06 或 2020-06-30，不能是“${date}”。`,
          `--as-of takes a date such as 2020, 2020-06 or 2020-06-30, not “${date}”.`,
        ),
      );
    }
  });

  test('an output that would destroy an input, or the other output', async () => {
    const scenario = written('what-if.json', {});
    symlinkSync(file, at('link.xlsx'));
    for (const [option, target, ...more] of [
      ['--json', file],
      ['--json', at('link.xlsx')],
      ['--json', at('x/../in.xlsx')],
      ['--json', scenario, '--scenario', scenario],
      ['--json', scenario, '--map', scenario],
      ['--json', at('out.xlsx'), '--out', at('out.xlsx')],
      ['--out', scenario, '--scenario', scenario],
    ] as const) {
      expect(await refusal('evaluate', file, option, target, ...more)).toEqual(
        usage(
          `${option} 不能写到 ${target}：它是另一个输入或输出文件；请换一个文件名。`,
          `${option} cannot write to ${target}: it is another input or output; choose another name.`,
        ),
      );
    }
  });

  test('a workbook of another kind than its name says', async () => {
    for (const name of ['out.csv', 'out.xls', 'out']) {
      expect(await refusal('evaluate', file, '--out', at(name))).toEqual(
        usage(
          `--out 的文件名应以 .xlsx / .xlsm 结尾，否则 Excel 打不开：${at(name)}。`,
          `--out must end with .xlsx / .xlsm, or Excel cannot open it: ${at(name)}.`,
        ),
      );
    }
    expect(await refusal('evaluate', file, '--rules', PACK, '--out', at('out.xlsm'))).toEqual(
      unusable(
        `${file}：工作簿没有宏，--out 的文件名应以 .xlsx 结尾，否则 Excel 打不开：${at('out.xlsm')}。`,
        `${file}: the workbook has no macros: --out must end with .xlsx, or Excel cannot open it: ${at('out.xlsm')}.`,
      ),
    );
  });

  test('a workbook with macros under the name of one without', async () => {
    const macros = at('macros.xlsx');
    const parts = unzipped(readFileSync(file));
    const types = partText(readFileSync(file), '[Content_Types].xml');
    parts['[Content_Types].xml'] = strToU8(
      types.replace(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      ),
    );
    writeFileSync(macros, zipSync(parts));
    expect(await refusal('evaluate', macros, '--rules', PACK, '--out', at('out.xlsx'))).toEqual(
      unusable(
        `${macros}：工作簿含有宏，--out 的文件名应以 .xlsm 结尾，否则 Excel 打不开：${at('out.xlsx')}。`,
        `${macros}: the workbook has macros: --out must end with .xlsm, or Excel cannot open it: ${at('out.xlsx')}.`,
      ),
    );
    expect(await run('evaluate', macros, '--rules', PACK, '--out', at('out.xlsm'))).toMatchObject({
      exit: 0,
    });
  });

  test('a policy that is not there', async () => {
    const rules = await rulesOfTwoYears(folder);
    expect(await refusal('evaluate', file, '--rules', rules, '--policy', 'lakeside-2025')).toEqual(
      usage(
        `${rules} 里没有政策 lakeside-2025；有：lakeside-2026、lakeside-2027。`,
        `There is no policy lakeside-2025 in ${rules}; there are: lakeside-2026, lakeside-2027.`,
      ),
    );
    expect(
      await refusal('rules', 'new', 'lakeside-2030', '--from', 'lakeside-2025', '--rules', rules),
    ).toEqual(
      usage(
        `${rules} 里没有政策 lakeside-2025；有：lakeside-2026、lakeside-2027。`,
        `There is no policy lakeside-2025 in ${rules}; there are: lakeside-2026, lakeside-2027.`,
      ),
    );
  });

  test('a new policy without a model, or with an id that cannot be one', async () => {
    expect(await refusal('rules', 'new', 'lakeside-2030')).toEqual(
      usage('请用 --from 指明以哪个政策为底稿。', 'Say with --from which policy to start from.'),
    );
    expect(await refusal('rules', 'new', '湖滨-2030', '--from', 'lakeside-2026')).toEqual(
      usage(
        '政策 id 湖滨-2030 只能含小写字母、数字和连字符，并以字母开头。',
        'The policy id 湖滨-2030 may hold lower-case letters, digits and hyphens only, and begins with a letter.',
      ),
    );
  });
});

describe('input that cannot be used ends with 1', () => {
  test('files that are not there or are no files', async () => {
    expect(await refusal('evaluate', at('none.xlsx'))).toEqual(
      unusable(
        `找不到 ${at('none.xlsx')}；请检查路径，文件夹须已存在。`,
        `${at('none.xlsx')} was not found; check the path, the folder must exist.`,
      ),
    );
    mkdirSync(at('folder.xlsx'));
    for (const argv of [
      ['map', at('folder.xlsx')],
      ['evaluate', file, '--rules', PACK, '--out', at('folder.xlsx')],
    ]) {
      expect(await refusal(...argv)).toEqual(
        unusable(
          `${at('folder.xlsx')} 是文件夹；此处需要一个文件。`,
          `${at('folder.xlsx')} is a folder; a file is needed here.`,
        ),
      );
    }
    expect(await refusal('cases', path.join(file, 'cases.jsonl'))).toEqual(
      unusable(
        `${path.join(file, 'cases.jsonl')} 的路径中有一段不是文件夹；请检查路径。`,
        `A part of the path ${path.join(file, 'cases.jsonl')} is not a folder; check the path.`,
      ),
    );
  });

  test('an output folder that is not there: neither output is written', async () => {
    const out = at('none/out.xlsx');
    expect(
      await refusal('evaluate', file, '--rules', PACK, '--json', at('result.json'), '--out', out),
    ).toEqual(
      unusable(
        `找不到 ${out}；请检查路径，文件夹须已存在。`,
        `${out} was not found; check the path, the folder must exist.`,
      ),
    );
  });

  test('an output that cannot be put in its place leaves nothing behind', async () => {
    mkdirSync(at('result.json'));
    const before = readFileSync(file);
    expect(
      await refusal('evaluate', file, '--rules', PACK, '--json', at('result.json'), '--out', file),
    ).toEqual(
      unusable(
        `${at('result.json')} 是文件夹；此处需要一个文件。`,
        `${at('result.json')} is a folder; a file is needed here.`,
      ),
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a file that is no workbook', async () => {
    const text = written('table.xlsx', '企业名称,减免租金\n');
    const { exit, zh, en } = await refusal('evaluate', text);
    expect(exit).toBe(1);
    expect(zh).toMatch(new RegExp(`^${text}：.*。\n$`));
    expect(en).toMatch(new RegExp(`^${text}: .*\\.\n$`));
  });

  test('a workbook without a table of enterprises', async () => {
    const cover = writeWorkbook(folder, { 封面: [['湖滨区']], 空: [] }, 'cover.xlsx');
    expect(await refusal('map', cover)).toEqual(
      unusable(
        `${cover} 里没有找到企业统计表（要有一行表头，含企业名称或统一社会信用代码，下面是数据）。\n  封面: 没有找到表头\n  空: 空白工作表`,
        `No table of enterprises was found in ${cover} (a header row with enterprise name or credit code, data below).\n  封面: no row reads as headers\n  空: an empty sheet`,
      ),
    );
  });

  test('a sheet that is not there, and one that this program wrote', async () => {
    expect(await refusal('evaluate', file, '--rules', PACK, '--sheet', '企业')).toEqual(
      unusable(
        `${file} 里没有工作表“企业”；有：企业表。`,
        `${file} has no worksheet “企业”; there are: 企业表.`,
      ),
    );
    const out = at('out.xlsx');
    await run('evaluate', file, '--rules', PACK, '--out', out);
    expect(await refusal('evaluate', out, '--rules', PACK, '--sheet', '明细 lakeside-2026')).toEqual(
      unusable(
        `${out} 的“明细 lakeside-2026”是本程序写出的表，不能作为输入；可用：企业表。`,
        `“明细 lakeside-2026” in ${out} was written by this program and is no input; there are: 企业表.`,
      ),
    );
  });

  test('a column to group by that is not there', async () => {
    expect(await refusal('evaluate', file, '--rules', PACK, '--group-by', '街道')).toEqual(
      unusable(
        '没有可用于分组的列“街道”；可用：所属街道、备注。',
        'There is no column “街道” to group by; available: 所属街道, 备注.',
      ),
    );
  });

  test('rules that are not there, hold no policy, or have mistakes', async () => {
    expect(await refusal('evaluate', file, '--rules', at('none'))).toEqual(
      unusable(
        `找不到规则文件夹 ${at('none')}；请检查 --rules 的路径。`,
        `The rules folder ${at('none')} was not found; check the path.`,
      ),
    );
    mkdirSync(at('empty'));
    expect(await refusal('rules', 'list', '--rules', at('empty'))).toEqual(
      unusable(
        `${at('empty')} 里没有政策；每个政策是一个含 policy.yaml 的文件夹。`,
        `${at('empty')} holds no policy; each policy is a folder with a policy.yaml.`,
      ),
    );
    const rules = await rulesOfTwoYears(folder);
    const article = path.join(rules, 'lakeside-2027', '1.yaml');
    writeFileSync(article, readFileSync(article, 'utf8').replace('rate: 8%', 'rate: 8万'));
    expect(await refusal('evaluate', file, '--rules', rules)).toEqual(
      unusable(
        `${rules} 里的规则有 1 处错误，未能使用：\n${article}:55:46 错误[unknown-unit] “8万”的单位“万”不认识。请用语言参考所列单位，如 万元、㎡、户、%。是不是“万元”？`,
        `The rules in ${rules} cannot be used; errors found: 1.\n${article}:55:46 error[unknown-unit] The unit "万" of "8万" is unknown. Use a unit of the language, such as 万元, ㎡, 户 or %. Did you mean "万元"?`,
      ),
    );
  });
});

describe('a scenario is checked before anything is computed', () => {
  const cases: readonly (readonly [unknown, string, string])[] = [
    ['[', ' 不是正确的 JSON：', ' is not valid JSON: '],
    [[], '应为一个对象。', ' must be an object.'],
    [
      { figure: {} },
      ' figure 应为其中之一：figures、readings、parameters、amounts、asOf。',
      ' figure must be one of figures, readings, parameters, amounts, asOf.',
    ],
    [{ figures: [] }, ' figures 应为一个对象。', ' figures must be an object.'],
    [
      { figures: { 'lakeside-2026/1.2#cap': 150 } },
      ' figures → lakeside-2026/1.2#cap 应为一段文字，如 "150万元"。',
      ' figures → lakeside-2026/1.2#cap must be a text such as "150万元".',
    ],
    [
      { readings: { 'lakeside-2026/1.1#ranking': true } },
      ' readings → lakeside-2026/1.1#ranking 应为一段文字，如 "growth-only"。',
      ' readings → lakeside-2026/1.1#ranking must be a text such as "growth-only".',
    ],
    [
      { parameters: { analystRate: null } },
      ' parameters → analystRate 应为一个数字、一段文字或 [[门槛, 金额], …]。',
      ' parameters → analystRate must be a number, a text, or [[threshold, amount], …].',
    ],
    [
      { amounts: { 'lakeside-2026/3.4': { analystTiers: [[1, 2, 3]] } } },
      ' amounts → lakeside-2026/3.4 → analystTiers 应为[[门槛, 金额], …]。',
      ' amounts → lakeside-2026/3.4 → analystTiers must be [[threshold, amount], …].',
    ],
    [{ asOf: '2026-13' }, ' asOf 应为日期，如 "2020-06-30"。', ' asOf must be a date such as "2020-06-30".'],
    [
      { figures: { 'xishan-2020/4.4#cap': '150万元' } },
      '：“xishan-2020/4.4#cap”不属于所测算的政策（lakeside-2026）。',
      ': “xishan-2020/4.4#cap” belongs to none of the policies evaluated (lakeside-2026).',
    ],
    [
      { figures: { 'lakeside-2026/1.2#cap': '15%' } },
      '：“15%”不能代替 lakeside-2026/1.2#cap（原为 200万元）；请用同类单位书写。',
      ': “15%” cannot stand for lakeside-2026/1.2#cap, which is 200万元; write it in the same kind of unit.',
    ],
    [
      { readings: { 'lakeside-2026/1.1#ranking': 'none' } },
      '：lakeside-2026/1.1#ranking 没有选项“none”；有：condition、growth-only。',
      ': lakeside-2026/1.1#ranking has no option “none”; it has condition, growth-only.',
    ],
    [
      { readings: { 'lakeside-2026/2.1#parts': 'whole' } },
      '：lakeside-2026 没有读法“lakeside-2026/2.1#parts”；有：lakeside-2026/1.1#ranking、lakeside-2026/2.1#part。',
      ': lakeside-2026 has no reading “lakeside-2026/2.1#parts”; it has lakeside-2026/1.1#ranking, lakeside-2026/2.1#part.',
    ],
  ];

  test.each(cases)('%j', async (content, zh, en) => {
    const scenario = written('what-if.json', content);
    const said = await refusal('evaluate', file, '--rules', PACK, '--scenario', scenario);
    expect(said.exit).toBe(1);
    expect([said.zh, said.en].map((text) => text.slice(0, scenario.length))).toEqual([scenario, scenario]);
    expect(said.zh.slice(scenario.length)).toContain(zh);
    expect(said.en.slice(scenario.length)).toContain(en);
    expect(said.zh.split('\n')).toHaveLength(2);
  });
});

describe('corrections of columns are checked', () => {
  test('their shape: every problem with its place', async () => {
    const map = written('map.json', { sheets: { 企业表: { columns: { D: 7, '4': null }, header: [1] } } });
    expect(await refusal('evaluate', file, '--rules', PACK, '--map', map)).toEqual(
      unusable(
        `${map} 不能用作列的更正：\n  $.sheets.企业表.header: 此处应为headerRows、columns 之一\n  $.sheets.企业表.columns.4: 此处应为列的字母\n  $.sheets.企业表.columns.D: 此处应为一个对象`,
        `${map} cannot be used as corrections of columns:\n  $.sheets.企业表.header: expected one of headerRows, columns here\n  $.sheets.企业表.columns.4: expected a column letter here\n  $.sheets.企业表.columns.D: expected an object here`,
      ),
    );
  });

  test('a sheet that the workbook has not', async () => {
    const map = written('map.json', { sheets: { '*': { columns: {} }, 企业: { columns: {} } } });
    expect(await refusal('map', file, '--map', map)).toEqual(
      unusable(
        `--map 里的工作表“企业”在 ${file} 里没有；有：企业表。`,
        `The sheet “企业” of --map is not in ${file}; there are: 企业表.`,
      ),
    );
  });
});
