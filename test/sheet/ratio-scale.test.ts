import type { SampleCell } from '../../src/sheet/column-content';
import { decideScale, type GrowthWitness } from '../../src/sheet/ratio-scale';
import { readUnit } from '../../src/sheet/written-unit';

function cells(contents: readonly (number | string)[], format?: string): SampleCell[] {
  return contents.map((content, at) => ({
    row: at + 2,
    content,
    format: typeof content === 'number' ? format : undefined,
  }));
}

function witnesses(pairs: readonly (readonly [number, number])[]): GrowthWitness[] {
  return pairs.map(([written, computed]) => ({ written, computed }));
}

const percentUnit = readUnit('%');

describe('how a ratio column is written', () => {
  it.each([
    ['a header with %', percentUnit, cells([15, -3.2, 120]), 'percent', '0.01', true],
    ['a header with ‰', readUnit('‰'), cells([15, 3.2, 120]), 'percent', '0.001', true],
    ['a header with 倍', readUnit('倍'), cells([1.5, 2]), 'fraction', '1', true],
    ['cells shown with a percent format', null, cells([0.15, 0.2], '0.0%'), 'fraction', '1', true],
    [
      'a header with % over cells shown with a percent format',
      percentUnit,
      cells([0.15, 0.2], '0%'),
      'fraction',
      '1',
      true,
    ],
    ['texts with % only', null, cells(['15%', '3.2％']), 'percent', '0.01', true],
    ['large numbers', null, cells([15, -3.2, 12]), 'percent', '0.01', true],
    ['detailed small numbers', null, cells([0.1532, -0.02]), 'fraction', '1', true],
    ['several small numbers', null, cells([0.15, 0.2, 0.08]), 'fraction', '1', true],
    ['one small number', null, cells([0.5]), 'fraction', '1', false],
    ['one number over one', null, cells([1.5]), 'percent', '0.01', false],
    ['small numbers and one of 300 %', null, cells([0.1, 0.2, 0.05, 3]), 'fraction', '1', false],
    ['zeros only', null, cells([0, 0]), 'fraction', '1', true],
    ['text numbers, full width', null, cells(['１５．２', '－３．１', '8']), 'percent', '0.01', true],
  ])('%s', (_, unit, column, scale, factor, certain) => {
    const decided = decideScale(unit, column, [], 'growth');
    expect({ ...decided, factor: decided.factor.toFixed() }).toEqual({ scale, factor, certain });
  });

  it('goes by current ÷ prior where the sheet has both', () => {
    const small = cells([0.8, 0.5, 0.9]);
    expect(
      decideScale(
        null,
        small,
        witnesses([
          [0.8, 0.0081],
          [0.5, 0.0049],
          [0.9, 0.0092],
        ]),
        'growth',
      ),
    ).toMatchObject({ scale: 'percent', certain: true });
    expect(
      decideScale(
        null,
        small,
        witnesses([
          [0.8, 0.81],
          [0.5, 0.49],
          [0.9, 0.92],
        ]),
        'growth',
      ),
    ).toMatchObject({ scale: 'fraction', certain: true });
    expect(decideScale(null, small, witnesses([[0.8, 0.81]]), 'growth')).toMatchObject({ scale: 'fraction' });
  });

  it('asks where the cells speak against the header', () => {
    const fractions = cells([0.15, 0.2, 0.08]);
    const grown = witnesses([
      [0.15, 0.151],
      [0.2, 0.2],
      [0.08, 0.079],
    ]);
    expect(decideScale(percentUnit, fractions, grown, 'growth')).toMatchObject({
      scale: 'fraction',
      certain: false,
    });
    expect(
      decideScale(
        percentUnit,
        fractions,
        witnesses([
          [0.15, 0.0015],
          [0.2, 0.002],
          [0.08, 0.0011],
        ]),
        'growth',
      ),
    ).toMatchObject({ scale: 'percent', certain: true });
    expect(decideScale(percentUnit, cells([0.85, 0.9, 0.95]), [], 'share')).toMatchObject({
      scale: 'fraction',
      certain: false,
    });
    expect(decideScale(percentUnit, cells([0.2, 0.5, 0.7]), [], 'growth')).toMatchObject({
      scale: 'percent',
      certain: true,
    });
    expect(
      decideScale(percentUnit, cells(Array.from({ length: 12 }, (_, at) => at / 20)), [], 'growth'),
    ).toMatchObject({ scale: 'percent', certain: false });
  });

  it('asks where current ÷ prior or most of the cells speak against the header, whatever a few cells are', () => {
    const grown = cells([0.15, 0.2, 1.4]);
    const computed = witnesses([
      [0.15, 0.151],
      [0.2, 0.2],
      [1.4, 1.39],
    ]);
    expect(decideScale(percentUnit, grown, computed, 'growth')).toMatchObject({
      scale: 'fraction',
      certain: false,
    });
    const many = cells([...Array.from({ length: 12 }, (_, at) => at / 20), 1.4]);
    expect(decideScale(percentUnit, many, [], 'growth')).toMatchObject({ scale: 'percent', certain: false });
  });

  it('leaves fees and taxes below one percent as their header says, and asks where it says nothing', () => {
    expect(decideScale(percentUnit, cells([0.8, 0.5, 0.9]), [], 'rate')).toMatchObject({
      scale: 'percent',
      certain: true,
    });
    expect(decideScale(null, cells([0.8, 0.5, 0.9]), [], 'rate')).toMatchObject({
      scale: 'percent',
      certain: false,
    });
    expect(decideScale(null, cells([0.008, 0.005, 0.009]), [], 'rate')).toMatchObject({
      scale: 'fraction',
      certain: true,
    });
  });

  it('takes a share over one for percent', () => {
    expect(decideScale(null, cells([0.9, 0.8, 95, 0.7]), [], 'share')).toMatchObject({
      scale: 'percent',
      certain: true,
    });
  });
});
