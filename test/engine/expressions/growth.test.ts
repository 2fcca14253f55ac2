import { growth } from '../../../src/engine/expressions/growth';
import { blank, is, num, shown } from '../evaluates';
import { same } from '../../../src/engine/values/value';

const parts = (current = is(13_000), prior = is(11_000)) => ({ current, prior, undefinedAs: 'salesGrowth' });

test('current ÷ prior − 1, exact: 12650 over 11000 is 15 %', () => {
  const value = growth({ current: is(12_650), prior: is(11_000), undefinedAs: 'g' })(0);
  expect(same(value, num('0.15'))).toBe(true);
});

test('the official figure goes first, even where the prior year is zero or blank', () => {
  const official = is('0.9');
  expect(shown(growth({ ...parts(is(1), is(0)), official })(0))).toBe('0.9');
  expect(shown(growth({ ...parts(is(1), blank('p')), official })(0))).toBe('0.9');
});

test('a blank official figure is recomputed', () => {
  expect(shown(growth({ ...parts(is(22), is(11)), official: blank('g') })(0))).toBe('11/11');
});

test('the blank part is named', () => {
  expect(shown(growth(parts(blank('now'), is(1)))(0))).toBe('missing now');
  expect(shown(growth(parts(is(1), blank('before')))(0))).toBe('missing before');
  expect(shown(growth({ ...parts(blank('now'), blank('before')), official: blank('g') })(0))).toBe(
    'missing now, before',
  );
});

test('a prior figure of 0 or less leaves the growth undefined', () => {
  expect(shown(growth(parts(is(1), is(0)))(0))).toBe('missing salesGrowth');
  expect(shown(growth(parts(is(1), is(-5)))(0))).toBe('missing salesGrowth');
});

test('a growth that the sheet computes is the last resort', () => {
  const lastResort = is('0.2');
  expect(shown(growth({ ...parts(is(22), is(11)), official: blank('g'), lastResort })(0))).toBe('11/11');
  expect(shown(growth({ ...parts(is(22), blank('p')), official: blank('g'), lastResort })(0))).toBe('0.2');
  expect(
    shown(growth({ ...parts(is(22), blank('p')), official: blank('g'), lastResort: blank('g') })(0)),
  ).toBe('missing p');
});

test('for comparison the parts may go first', () => {
  const official = is('0.1');
  expect(shown(growth({ ...parts(is(22), is(11)), official, partsFirst: true })(0))).toBe('11/11');
  expect(shown(growth({ ...parts(is(22), blank('p')), official, partsFirst: true })(0))).toBe('0.1');
  expect(shown(growth({ ...parts(is(22), blank('p')), official: blank('g'), partsFirst: true })(0))).toBe(
    'missing p',
  );
});

test('a decline is a growth below zero', () => {
  const value = growth(parts(is(1), is(2)))(0);
  expect(same(value, num('-0.5'))).toBe(true);
});
