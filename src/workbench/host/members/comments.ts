/** Excel.CommentCollection and Excel.Comment: threaded comments, without replies and mentions. */
import { parseAddress } from '../book/address';
import { contains } from '../book/area';
import type { Comment } from '../book/comment';
import { requirePermission } from '../book/protection';
import type { Sheet } from '../book/sheet';
import type { CellRange } from '../../../sheet';
import type { Arguments } from '../wire/arguments';
import type { Environment } from '../wire/environment';
import { HostObject, NullObject } from '../wire/host-object';
import { hostType } from '../wire/host-type';
import { NotCovered, OperationFailed } from '../wire/office-errors';
import { flagValue, textValue } from '../wire/value';
import { RangeObject } from './range-object';

const AUTHOR = '统计员';

export class CommentCollectionObject extends HostObject {
  readonly type = 'CommentCollection';

  constructor(
    env: Environment,
    /** null for the comments of the whole workbook. */
    readonly sheet: Sheet | null,
  ) {
    super(env);
  }

  get comments(): readonly Comment[] {
    return this.env.workbook.comments.filter(
      ({ kind, sheet }) => kind === 'comment' && (this.sheet === null || sheet === this.sheet),
    );
  }

  override get eventTarget(): string {
    return this.sheet?.id ?? 'Workbook';
  }
}

class CommentObject extends HostObject {
  readonly type = 'Comment';

  constructor(
    env: Environment,
    private readonly known: Comment,
  ) {
    super(env);
  }

  get comment(): Comment {
    if (!this.env.workbook.comments.includes(this.known)) throw new OperationFailed('ItemNotFound');
    return this.known;
  }
}

export const commentCollection = hostType('CommentCollection', CommentCollectionObject, {
  items: ({ env, comments }) => comments.map((comment) => new CommentObject(env, comment)),
  call: {
    GetCount: ({ comments }) => comments.length,
    GetItem: ({ env, comments }, args) =>
      object(
        env,
        comments.find(({ id }) => id === args.text(0)),
        args,
      ),
    GetItemOrNullObject: ({ env, comments }, args) => {
      const comment = comments.find(({ id }) => id === args.text(0));
      return comment === undefined ? new NullObject(env) : new CommentObject(env, comment);
    },
    GetItemAt: ({ env, comments }, args) => object(env, comments[args.integer(0)], args),
    GetItemByCell: ({ env, comments, sheet }, args) => {
      const cell = cellAt(env, sheet, args);
      const comment = comments.find((item) => item.sheet === cell.sheet && contains(item.cell, cell.area));
      return object(env, comment, args);
    },
    Add: ({ env, sheet }, args) => {
      const cell = cellAt(env, sheet, args);
      requirePermission(cell.sheet, 'allowEditObjects');
      if (typeof args.raw(1) !== 'string') throw new NotCovered('a comment with mentions');
      const isTaken = env.workbook.comments.some(
        (item) => item.sheet === cell.sheet && contains(item.cell, cell.area),
      );
      if (isTaken) throw new OperationFailed('InvalidArgument', args.location);
      const comment: Comment = {
        kind: 'comment',
        id: env.workbook.nextGuid(),
        sheet: cell.sheet,
        cell: cell.area,
        content: args.text(1),
        resolved: false,
        author: AUTHOR,
      };
      env.workbook.comments.push(comment);
      env.workbook.tell({ kind: 'commentAdded', comment });
      return new CommentObject(env, comment);
    },
  },
});

export const comment = hostType('Comment', CommentObject, {
  get: {
    Id: ({ comment: { id } }) => id,
    Content: ({ comment: { content } }) => content,
    AuthorName: ({ comment: { author } }) => author,
    Resolved: ({ comment: { resolved } }) => resolved,
    ContentType: () => 'Plain',
  },
  set: {
    Content: ({ env, comment: target }, value) => {
      target.content = textValue(value);
      env.workbook.tell({ kind: 'commentEdited', comment: target });
    },
    Resolved: ({ env, comment: target }, value) => {
      target.resolved = flagValue(value);
      env.workbook.tell({ kind: 'commentEdited', comment: target });
    },
  },
  call: {
    GetLocation: ({ env, comment: { sheet, cell } }) => new RangeObject(env, sheet, cell),
    Delete: ({ env, comment: target }) => {
      env.workbook.removeComments((other) => other === target);
    },
  },
});

function object(env: Environment, found: Comment | undefined, args: Arguments): CommentObject {
  if (found === undefined) throw new OperationFailed('ItemNotFound', args.location);
  return new CommentObject(env, found);
}

/** A range or an address; of the workbook's collection the address names the sheet. */
function cellAt(env: Environment, sheet: Sheet | null, args: Arguments): { sheet: Sheet; area: CellRange } {
  if (args.isObject(0)) return args.object(0, RangeObject);
  const parsed = parseAddress(args.text(0));
  const named = parsed?.sheet === null ? (sheet ?? undefined) : env.workbook.sheetNamed(parsed?.sheet ?? '');
  if (parsed === null || named === undefined) throw args.invalid();
  return { sheet: named, area: parsed.area };
}
