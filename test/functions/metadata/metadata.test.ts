import { functionsMetadata, GENERAL_FUNCTIONS, namedFunctions } from '../../../src/functions';
import { policies } from '../../engine/packs';

const zh = functionsMetadata(policies, 'zh');
const en = functionsMetadata(policies, 'en');
const both = [...zh.functions, ...en.functions];
const parameters = both.flatMap((each) => each.parameters);
const entry = (metadata: typeof zh, id: string): unknown => metadata.functions.find((each) => each.id === id);

test('there is a function for each of the 150 clauses that have one, and five for all', () => {
  expect(namedFunctions(policies)).toHaveLength(150);
  expect(zh.functions).toHaveLength(155);
  expect(zh.functions.slice(150).map(({ id }) => id)).toEqual(GENERAL_FUNCTIONS);
});

test('the same formulas work in every language', () => {
  const form = (metadata: typeof zh): unknown =>
    metadata.functions.map(({ id, name, parameters: own }) => [
      id,
      name,
      own.map(({ optional, repeating }) => [optional, repeating]),
    ]);
  expect(form(en)).toEqual(form(zh));
});

test('names are what Excel takes', () => {
  expect(both.filter(({ id, name }) => id !== name).map(({ id }) => id)).toEqual([]);
  expect(both.filter(({ name }) => !/^[A-Z][A-Z0-9_]{2,60}$/u.test(name))).toEqual([]);
  expect(new Set(zh.functions.map(({ id }) => id)).size).toBe(155);
  expect(parameters.filter(({ name }) => !/^[\p{L}][\p{L}\p{N}_]*$/u.test(name))).toEqual([]);
});

test('no two arguments of a function have one name', () => {
  const names = both.map((each) => each.parameters.map(({ name }) => name));
  expect(names.filter((each) => new Set(each).size !== each.length)).toEqual([]);
});

test('texts are in their language and short enough for the function wizard', () => {
  const texts = (metadata: typeof zh): string[] =>
    metadata.functions.flatMap((each) => [
      each.description,
      ...each.parameters.map((one) => one.description),
    ]);
  expect(Math.max(...[...texts(zh), ...texts(en)].map(({ length }) => length))).toBeLessThanOrEqual(255);
  expect(texts(zh).filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  expect(texts(en).filter((text) => !/[a-z]{2}/u.test(text))).toEqual([]);
});

test('every argument is a cell or a column, and no function is volatile or streams', () => {
  const kinds = new Set(parameters.map(({ type, dimensionality }) => `${type} ${dimensionality}`));
  expect([...kinds]).toEqual(['any matrix']);
  expect([...new Set(both.map(({ options }) => JSON.stringify(options)))]).toEqual([
    '{"requiresParameterAddresses":true}',
    undefined,
  ]);
  expect(zh.allowErrorForDataTypeAny).toBe(true);
});

test('what may be left out comes last, and the overrides come after everything', () => {
  const order = both.map(({ parameters: own }) => own.map(({ optional }) => optional === true));
  expect(order.filter((flags) => flags.join().includes('true,false'))).toEqual([]);
  const last = zh.functions.slice(0, 150).map(({ parameters: own }) => own.at(-1)?.name);
  expect(new Set(last)).toEqual(new Set(['改数']));
});

test('required inputs come first, each group in the order of the clause', () => {
  const orders = namedFunctions(policies).map(({ clause, parameters: own }) => ({
    found: own.map(({ indicator }) => indicator.key),
    expected: clause.inputs.toSorted((a, b) => Number(b.required) - Number(a.required)).map(({ key }) => key),
  }));
  expect(orders.map(({ found }) => found)).toEqual(orders.map(({ expected }) => expected));
});

test('every figure says its unit', () => {
  const numeric = new Set(['money', 'ratio', 'count', 'area', 'mass', 'rank']);
  const helps = namedFunctions(policies).flatMap(({ parameters: own }, position) =>
    own
      .map(
        ({ indicator }, at) => [indicator.type, zh.functions[position]?.parameters[at]?.description] as const,
      )
      .filter(([type]) => numeric.has(type))
      .map(([, help]) => String(help)),
  );
  expect(helps.length).toBeGreaterThan(250);
  expect(helps.filter((help) => !/；(?:单位：|比例：|名次)/u.test(help))).toEqual([]);
});

describe('some entries, as Excel shows them', () => {
  test('rent relief in Chinese', () => {
    expect(entry(zh, 'SUBSIDY_RENT_RELIEF')).toMatchSnapshot('SUBSIDY_RENT_RELIEF zh');
  });
  test('output growth, with ranks and a growth, in both languages', () => {
    expect(entry(zh, 'SUBSIDY_OUTPUT_GROWTH')).toMatchSnapshot('SUBSIDY_OUTPUT_GROWTH zh');
    expect(entry(en, 'SUBSIDY_OUTPUT_GROWTH')).toMatchSnapshot('SUBSIDY_OUTPUT_GROWTH en');
  });
  test('foreign capital in US dollars', () => {
    expect(entry(en, 'SUBSIDY_FOREIGN_CAPITAL')).toMatchSnapshot('SUBSIDY_FOREIGN_CAPITAL en');
  });
  test('an amount left to the department, and a table of the analyst', () => {
    expect(entry(zh, 'SUBSIDY_KM_PLATFORM_NATIONAL')).toMatchSnapshot('SUBSIDY_KM_PLATFORM_NATIONAL zh');
    expect(entry(zh, 'SUBSIDY_KM_TRADE_RANKING')).toMatchSnapshot('SUBSIDY_KM_TRADE_RANKING zh');
  });
  test('the function for any clause', () => {
    expect(entry(zh, 'SUBSIDY')).toMatchSnapshot('SUBSIDY zh');
    expect(entry(en, 'SUBSIDY_EVALUATE')).toMatchSnapshot('SUBSIDY_EVALUATE en');
  });
});
