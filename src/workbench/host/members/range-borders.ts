/** The border lines of a range. Each edge is kept with the cells along it. */
import type { CellRange } from '../../../sheet';
import { area } from '../book/area';
import { changeStyles } from '../book/edit';
import { requirePermission } from '../book/protection';
import type { Sheet } from '../book/sheet';
import type { BorderLine } from '../book/style';
import type { Environment } from '../wire/environment';
import { HostObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { OperationFailed } from '../wire/office-errors';
import { textValue } from '../wire/value';

const EDGES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const;

type Edge = (typeof EDGES)[number];

/** A line as it is before anything is said of it. */
const NO_LINE: BorderLine = { style: 'None', weight: 'Thin', color: '#000000' };

export class RangeBorderCollectionObject extends HostObject {
  readonly type = 'RangeBorderCollection';

  constructor(
    env: Environment,
    readonly sheet: Sheet,
    readonly areas: readonly CellRange[],
  ) {
    super(env);
  }
}

class RangeBorderObject extends HostObject {
  readonly type = 'RangeBorder';

  constructor(
    env: Environment,
    readonly sheet: Sheet,
    readonly areas: readonly CellRange[],
    readonly edge: Edge,
  ) {
    super(env);
  }

  get line(): BorderLine {
    const [first] = this.areas.flatMap((range) => cellsAlong(range, this.edge));
    if (first === undefined) return NO_LINE;
    return this.sheet.style(first.top, first.left).borders[this.edge] ?? NO_LINE;
  }

  change(part: Partial<BorderLine>): void {
    requirePermission(this.sheet, 'allowFormatCells');
    for (const range of this.areas) {
      for (const along of cellsAlong(range, this.edge)) {
        changeStyles(this.env.workbook, this.sheet, along, (row, column) => {
          const { borders } = this.sheet.style(along.top + row, along.left + column);
          const { [this.edge]: before = NO_LINE, ...others } = borders;
          const after = { ...before, ...part };
          return { borders: after.style === 'None' ? others : { ...others, [this.edge]: after } };
        });
      }
    }
  }
}

export const rangeBorderCollection = hostType('RangeBorderCollection', RangeBorderCollectionObject, {
  get: { Count: () => EDGES.length },
  items: ({ env, sheet, areas }) => EDGES.map((edge) => new RangeBorderObject(env, sheet, areas, edge)),
  call: {
    GetItem: ({ env, sheet, areas }, args) => {
      const edge = EDGES.find((name) => name === args.text(0));
      if (edge === undefined) throw new OperationFailed('InvalidArgument');
      return new RangeBorderObject(env, sheet, areas, edge);
    },
  },
});

export const rangeBorder = hostType('RangeBorder', RangeBorderObject, {
  get: {
    SideIndex: ({ edge }) => edge,
    Style: ({ line }) => line.style,
    Weight: ({ line }) => line.weight,
    Color: ({ line }) => line.color,
  },
  set: {
    Style: (border, value) => {
      border.change({ style: textValue(value) });
    },
    Weight: (border, value) => {
      border.change({
        style: border.line.style === 'None' ? 'Continuous' : border.line.style,
        weight: textValue(value),
      });
    },
    Color: (border, value) => {
      border.change({
        style: border.line.style === 'None' ? 'Continuous' : border.line.style,
        color: textValue(value),
      });
    },
  },
});

/** An outer edge belongs to the cells along it, an inner one to all cells. */
function cellsAlong(range: CellRange, edge: Edge): CellRange[] {
  switch (edge) {
    case 'EdgeTop':
      return [{ ...range, bottom: range.top }];
    case 'EdgeBottom':
      return [{ ...range, top: range.bottom }];
    case 'EdgeLeft':
      return [{ ...range, right: range.left }];
    case 'EdgeRight':
      return [{ ...range, left: range.right }];
    case 'InsideHorizontal':
    case 'InsideVertical':
      return [area(range.top, range.left, range.bottom, range.right)];
  }
}
