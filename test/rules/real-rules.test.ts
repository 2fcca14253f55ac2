import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  type Expr,
  formatDiagnostic,
  loadRules,
  newPack,
  type Policy,
  printExpr,
  type SourceFile,
} from '../../src/rules';
import { expressionsOf } from '../../src/rules/walk';
import { DiagnosticList, sourceOf } from '../../src/rules/diagnostics';
import { parseExpression, printSyntax } from '../../src/rules/expression';

/** The policies this project is for. */

const root = path.join(__dirname, '../../rules');

function filesIn(folder: string): SourceFile[] {
  return readdirSync(folder).flatMap((name) => {
    const full = path.join(folder, name);
    if (statSync(full).isDirectory()) return filesIn(full);
    return name.endsWith('.yaml')
      ? [{ path: path.relative(root, full), text: readFileSync(full, 'utf8') }]
      : [];
  });
}

const files = filesIn(root);
const { policies, vocabulary, diagnostics } = loadRules(files);

test('load without anything to report', () => {
  expect(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, 'zh'))).toEqual([]);
  expect(policies.map(({ id }) => id).toSorted()).toEqual(['kunming-2024', 'xishan-2020']);
  expect(vocabulary?.indicators.size).toBeGreaterThan(200);
});

test.each([
  ['xishan-2020', 'xishan-2021'],
  ['kunming-2024', 'kunming-2025'],
])(
  'the policy after %s can be started from it, and loads beside it',
  (old, next) => {
    const own = files.filter((file) => file.path.startsWith(`${old}/`));
    const loaded = loadRules([...files, ...newPack(own, old, next)]);
    expect(loaded.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, 'zh'))).toEqual([]);
    expect(loaded.policies.map(({ id }) => id)).toContain(next);
  },
  60_000,
);

test('every expression prints as something that reads as the same expression', () => {
  const expressions = policies.flatMap(expressionsIn);
  // Tables and choices by reading are mappings in a rule, and printed like calls.
  const written = expressions.filter((text) => !/\b(?:table|reading)\(/u.test(text));
  expect(written.length).toBeGreaterThan(500);
  expect(written.map(printedAgain)).toEqual(written);
});

/** Every condition, value and amount of a policy, as it is written. */
function expressionsIn(policy: Policy): readonly string[] {
  const all = [...policy.clauses.values()].flatMap(({ when, let: names, award }): readonly Expr[] => [
    ...when.map(({ expr }) => expr),
    ...names.values(),
    ...(award === undefined ? [] : expressionsOf(award)),
  ]);
  return all.map((expr) => printExpr(expr, policy));
}

function printedAgain(text: string): string {
  const span = { source: sourceOf({ path: 'printed', text }), start: 0, end: text.length };
  const node = { kind: 'text', value: text, span, offsetOf: (index: number) => index } as const;
  const syntax = parseExpression(node, new DiagnosticList().report);
  return syntax === undefined ? '' : printSyntax(syntax);
}

test('the clauses of the ledger are there by kind', () => {
  const kinds = policies.flatMap(({ clauses, records }) =>
    [...clauses.values(), ...records.values()].map(({ kind }) => kind),
  );
  const counted = (kind: string): number => kinds.filter((each) => each === kind).length;
  const counts = Object.fromEntries([...new Set(kinds)].map((kind) => [kind, counted(kind)]));
  expect(counts).toEqual({
    award: 71,
    ceiling: 12,
    unquantified: 57,
    contribution: 10,
    support: 63,
    budget: 6,
    target: 5,
    procedure: 33,
  });
});
