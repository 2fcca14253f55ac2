import { runExamples } from '../../../src/engine';
import { pack } from '../pack';

test('says where, what was expected and what came out', () => {
  const policy = pack({
    a: `
      kind: award
      inputs: [rentRelief]
      award: { base: rentRelief, rate: { reading: halving, full: 20%, half: 10% }, cap: 1000元 }
      payout: { shares: '1:1' }
      readings:
        halving:
          issue: { zh: 题, en: issue }
          options: { full: { zh: 全, en: full }, half: { zh: 半, en: half } }
          recommended: full
          why: { zh: 因, en: why }
      examples:
        - { in: { rentRelief: 100 }, gives: payable, uncapped: 20, cap: 1000, amount: 20, payout: { 0: 10, 1: 10 }, why: 对 }
        - { in: { rentRelief: 100 }, readings: { halving: half }, gives: payable, amount: 10, why: 另一读法 }
        - { in: { rentRelief: blank }, gives: notMet, amount: 0, why: 空 }
        - { in: { rentRelief: 100 }, gives: missing, missing: [rentRelief], why: 错状态 }
        - { in: { rentRelief: 6000 }, gives: payable, uncapped: 1000, cap: none, payout: { 0: 1000 }, why: 错金额 }
    `,
  });
  const { run, failures } = runExamples(policy);
  expect(run).toBe(5);
  expect(failures.map(({ clause, why, text }) => [clause, why, text.en, text.zh])).toEqual([
    [
      'p/a',
      '错状态',
      expect.stringMatching(
        /^p\/1\.yaml:\d+:\d+ p\/a: the example “错状态” gives another result: status should be missing, is payable; missing should be rentRelief, is none\.$/,
      ),
      expect.stringMatching(
        /^p\/1\.yaml:\d+:\d+ p\/a：示例“错状态”不符：status 应为 missing，得 payable；missing 应为 rentRelief，得 无。$/,
      ),
    ],
    [
      'p/a',
      '错金额',
      expect.stringMatching(
        /gives another result: uncapped should be 1000\.00, is 1200\.00; cap should be none, is 1000\.00; payout should be 0: 1000\.00, is 0: 500\.00, 1: 500\.00\.$/,
      ),
      expect.stringMatching(/uncapped 应为 1000\.00，得 1200\.00；cap 应为 无，得 1000\.00/),
    ],
  ]);
});
