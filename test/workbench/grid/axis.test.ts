import { Axis } from '../../../src/workbench/grid/axis';

const axis = new Axis({
  standard: 20,
  own: new Map([
    [2, 50],
    [4, 0],
  ]),
  count: 1_048_576,
});

test('lines lie one after another, hidden ones without a size', () => {
  expect([1, 2, 3, 4, 5].map((line) => [axis.start(line), axis.end(line)])).toEqual([
    [0, 20],
    [20, 70],
    [70, 90],
    [90, 90],
    [90, 110],
  ]);
});

test.each([
  [0, 1],
  [19.9, 1],
  [20, 2],
  [69, 2],
  [70, 3],
  [89, 3],
  [90, 5],
  [110, 6],
  [1e12, 1_048_576],
])('at %d is line %d', (position, line) => {
  expect(axis.at(position)).toBe(line);
});

test('a step passes hidden lines and ends at the sheet', () => {
  expect(axis.step(3, 1)).toBe(5);
  expect(axis.step(5, -1)).toBe(3);
  expect(axis.step(1, -1)).toBe(1);
  expect(axis.step(1_048_576, 1)).toBe(1_048_576);
});
