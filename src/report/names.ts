import type { AnnotationColumnId } from './words';
import { ANNOTATION_COLUMNS } from './words';

/**
 * The hidden defined names by which our columns and sheets are found again, whatever users did to
 * the sheet meanwhile (sorted, inserted, moved). The command line and the add-in write the same.
 *
 *     _SUBSIDY.<policy>.<n>.<column>          range of an annotation column, header cell included
 *     _SUBSIDY.<policy>.<n>.<column>.digest   what we wrote there, to tell whether it was edited
 *     _SUBSIDY.<policy>.detail | summary      cells of the 明细 and 汇总 sheets
 *     _SUBSIDY.<policy>.results               cells of a sheet with the columns, where none can stand beside the data
 *
 * `<policy>` is the policy's id in letters, digits and `_`; `<n>` counts the annotated sheets.
 */
const PREFIX = '_SUBSIDY.';

export type OurName =
  | {
      readonly kind: 'column';
      readonly policy: string;
      readonly block: number;
      readonly column: AnnotationColumnId;
    }
  | {
      readonly kind: 'digest';
      readonly policy: string;
      readonly block: number;
      readonly column: AnnotationColumnId;
    }
  | { readonly kind: OurSheetKind; readonly policy: string };

/** Sheets of ours that a policy may have. */
export const OUR_SHEETS = ['detail', 'summary', 'results'] as const;
export type OurSheetKind = (typeof OUR_SHEETS)[number];

export function printOurName(name: OurName): string {
  const policy = nameSafe(name.policy);
  switch (name.kind) {
    case 'column':
      return `${PREFIX}${policy}.${name.block}.${name.column}`;
    case 'digest':
      return `${PREFIX}${policy}.${name.block}.${name.column}.digest`;
    default:
      return `${PREFIX}${policy}.${name.kind}`;
  }
}

/** Reads a defined name; undefined for a name that is not ours. `policy` comes back in its safe form. */
export function parseOurName(text: string): OurName | undefined {
  if (!text.startsWith(PREFIX)) return undefined;
  const parts = text.slice(PREFIX.length).split('.');
  const [policy, second, column, digest, ...rest] = parts;
  if (policy === undefined || policy === '' || second === undefined || rest.length > 0) return undefined;
  const sheet = OUR_SHEETS.find((kind) => kind === second);
  if (sheet !== undefined && column === undefined) return { kind: sheet, policy };
  const known = ANNOTATION_COLUMNS.find(({ id }) => id === column);
  if (known === undefined || !/^[1-9]\d*$/.test(second)) return undefined;
  if (digest !== undefined && digest !== 'digest') return undefined;
  return {
    kind: digest === undefined ? 'column' : 'digest',
    policy,
    block: Number(second),
    column: known.id,
  };
}

/** A policy id as it stands in a defined name. */
export function nameSafe(policy: string): string {
  return policy.replaceAll(/[^A-Za-z0-9_]/g, '_');
}
