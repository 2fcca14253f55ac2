import { share } from '../../../src/engine/expressions/share';
import { blank, is, shown } from '../evaluates';

const byRate = { rateKey: 'occupancyRate', wholeKey: 'leasableArea' };
const byParts = { wholeKey: 'employeesTotal' };

test('part ÷ whole, exact; the rate first where the sheet has it', () => {
  expect(shown(share({ part: is(11), whole: is(200), ...byParts })(0))).toBe('11/200');
  expect(shown(share({ part: is(11), whole: is(200), official: is('0.2'), ...byParts })(0))).toBe('0.2');
  expect(shown(share({ part: is(11), whole: is(200), official: blank('r'), ...byParts })(0))).toBe('11/200');
});

test('no part of a known whole is no share; of a blank one the whole is missing', () => {
  expect(shown(share({ part: is(0), whole: is(93), ...byParts })(0))).toBe('0/93');
  expect(shown(share({ part: is(0), whole: blank('employeesTotal'), ...byParts })(0))).toBe(
    'missing employeesTotal',
  );
});

test('neither the rate nor its parts: the rate is named (9.1.1), or the parts (3.2)', () => {
  const nothing = { part: blank('occupiedArea'), whole: blank('leasableArea') };
  expect(shown(share({ ...nothing, ...byRate })(0))).toBe('missing occupancyRate');
  expect(shown(share({ ...nothing, ...byParts })(0))).toBe('missing occupiedArea, leasableArea');
});

test('one part blank: that part is named', () => {
  expect(shown(share({ part: blank('occupiedArea'), whole: is(10), ...byRate })(0))).toBe(
    'missing occupiedArea',
  );
  expect(shown(share({ part: is(5), whole: blank('employeesTotal'), ...byParts })(0))).toBe(
    'missing employeesTotal',
  );
});

test('a whole of 0 or less gives no share', () => {
  expect(shown(share({ part: is(5), whole: is(0), ...byRate })(0))).toBe('missing occupancyRate');
  expect(shown(share({ part: is(5), whole: is(-1), ...byParts })(0))).toBe('missing employeesTotal');
});

test('a rate that the sheet computes is the last resort', () => {
  expect(shown(share({ part: is(5), whole: blank('w'), lastResort: is('0.4'), ...byRate })(0))).toBe('0.4');
});
