import { registerFunctions, type CustomFunctionsHost } from '../../src/functions';
import { functionsWith } from './calls';

/** As much of Excel's CustomFunctions as the page sees. */
class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

function registered(lang: 'zh' | 'en'): Map<string, (...values: unknown[]) => unknown> {
  const functions = new Map<string, (...values: unknown[]) => unknown>();
  const host: CustomFunctionsHost = {
    associate: (id, call) => functions.set(id, call),
    Error: HostError,
    ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!' },
  };
  registerFunctions(host, functionsWith({ zeros: () => 'unknown' }), () => lang);
  return functions;
}

const chinese = registered('zh');
const invocation = { functionName: 'F', address: 'S!A1', parameterAddresses: null };

test('all 155 functions are registered under their names', () => {
  expect(chinese.size).toBe(155);
  expect(chinese.has('SUBSIDY_RENT_RELIEF')).toBe(true);
});

test('a call gives its matrix; the host’s own argument at the end is none of the function’s', async () => {
  const rent = chinese.get('SUBSIDY_RENT_RELIEF');
  expect(await rent?.([[450000]], null, null, null, null, invocation)).toEqual([[90000]]);
});

test('a failure of a single cell is thrown, in the user’s language', async () => {
  const call = (lang: 'zh' | 'en'): unknown =>
    registered(lang).get('SUBSIDY_WHOLESALE_GROWTH')?.(
      [['批发业']],
      [['是']],
      [[null]],
      [[5]],
      null,
      null,
      invocation,
    );
  await expect(call('zh')).rejects.toEqual(new HostError('#N/A', '缺数据：“商品销售额”。'));
  await expect(call('en')).rejects.toMatchObject({
    code: '#N/A',
    message: 'Missing: “Sales of commodities”.',
  });
});

test('failures within a column stand in their rows', async () => {
  const rent = chinese.get('SUBSIDY_RENT_RELIEF');
  const result = await rent?.([[100], ['约三千']], null, null, null, null, invocation);
  expect(result).toEqual([[20], [new HostError('#VALUE!', '“减免租金总额”的“约三千”不能用，应为金额。')]]);
});

test('addresses reach the function: a 0 written into the formula is a figure', async () => {
  const sales = chinese.get('SUBSIDY_WHOLESALE_GROWTH');
  const values = [[['批发业']], [['是']], [[0]], [[5e8]], null, null];
  const literal = { ...invocation, parameterAddresses: ['S!A2', 'S!B2', null, 'S!D2'] };
  expect(await sales?.(...values, literal)).toEqual([[0]]);
  await expect(sales?.(...values, invocation)).rejects.toMatchObject({ code: '#N/A' });
});
