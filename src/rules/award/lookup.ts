import { suggest } from '../diagnostics/suggest';
import type { AwardNode } from '../model';
import { indicatorIn } from './indicator-field';
import { at, type Leaf, need } from './leaf-context';

const WAYS = ['atLeast', 'atMost'] as const;

/** `{ lookup, in: analystTiers, match }`: a table of the analyst. */
export function checkLookup(leaf: Leaf): AwardNode | undefined {
  const { scope, fields } = leaf;
  const of = need('lookup', leaf)?.checked;
  const table = indicatorIn(need('in', leaf), scope, 'table');
  const match = matchOf(leaf);
  const cap = fields.get('cap');
  if (cap !== undefined) {
    scope.report('award-form', cap.key.span, {
      zh: '查表的金额不能有 cap',
      en: 'an amount looked up has no cap',
    });
  }
  if (of === undefined || table === undefined || match === undefined) return undefined;
  return { form: 'lookup', of: of.expr, table: table.key, match, ...at(leaf) };
}

function matchOf({ fields, scope }: Leaf): (typeof WAYS)[number] | undefined {
  const node = fields.get('match')?.node;
  if (node === undefined) return 'atLeast';
  const written = node.kind === 'text' ? node.value : '';
  const known = WAYS.find((way) => way === written);
  if (known === undefined) {
    scope.report('wrong-choice', node.span, { written, known: WAYS, suggestion: suggest(written, WAYS) });
  }
  return known;
}
