import { Axis } from '../../../src/workbench/grid/axis';
import {
  boxIn,
  headerWidth,
  panesOf,
  scrolledTo,
  targetAt,
  type Frame,
} from '../../../src/workbench/grid/geometry';

const frame: Frame = {
  rows: new Axis({ standard: 20, own: new Map(), count: 1_048_576 }),
  columns: new Axis({ standard: 100, own: new Map(), count: 16_384 }),
  width: 434,
  height: 222,
  left: 250,
  top: 1_000,
  frozen: { rows: 1, columns: 1 },
};

test('frozen rows and columns divide the screen into four panes', () => {
  expect(headerWidth(frame)).toBe(34);
  expect(panesOf(frame).map(({ x, y, width, height, cells }) => ({ x, y, width, height, cells }))).toEqual([
    { x: 34, y: 22, width: 100, height: 20, cells: { top: 1, left: 1, bottom: 1, right: 1 } },
    { x: 134, y: 22, width: 300, height: 20, cells: { top: 1, left: 4, bottom: 1, right: 7 } },
    { x: 34, y: 42, width: 100, height: 180, cells: { top: 52, left: 1, bottom: 61, right: 1 } },
    { x: 134, y: 42, width: 300, height: 180, cells: { top: 52, left: 4, bottom: 61, right: 7 } },
  ]);
});

test('what is under a point is found in each pane, and at the edges of columns', () => {
  expect(targetAt(frame, 40, 30)).toEqual({ kind: 'cell', row: 1, column: 1 });
  expect(targetAt(frame, 140, 50)).toEqual({ kind: 'cell', row: 52, column: 4 });
  expect(targetAt(frame, 300, 5)).toEqual({ kind: 'column', row: 1, column: 6 });
  expect(targetAt(frame, 5, 50)).toEqual({ kind: 'row', row: 52, column: 1 });
  expect(targetAt(frame, 133, 5)).toEqual({ kind: 'edge', row: 1, column: 1 });
  expect(targetAt(frame, 5, 5)).toEqual({ kind: 'corner', row: 1, column: 1 });
});

test('a cell lies where its pane has it', () => {
  const boxes = panesOf(frame).map((pane) => boxIn(pane, frame, { top: 53, left: 5, bottom: 54, right: 5 }));
  expect(boxes[3]).toEqual({ x: 184, y: 62, width: 100, height: 40 });
});

test('scrolling brings a line into view, and no further', () => {
  const view = { scrolled: 1_000, length: 200 };
  expect(scrolledTo(frame.rows, 1, 1, view)).toBe(1_000);
  expect(scrolledTo(frame.rows, 1, 55, view)).toBe(1_000);
  expect(scrolledTo(frame.rows, 1, 10, view)).toBe(160);
  expect(scrolledTo(frame.rows, 1, 70, view)).toBe(1_200);
});
