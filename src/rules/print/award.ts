import type { AwardNode, CapSpec, Expr, UnitCounting } from '../model';
import { printExpr } from './source';
import type { Figures } from './syntax-of';

/** An award in one line, in the form in which rules are written: `{ base: rentRelief, rate: 20%, cap: 100万元 }`. */
export function printAward(node: AwardNode, policy: Figures): string {
  const of = (expr: Expr): string => printExpr(expr, policy);
  const cap = (spec: CapSpec | undefined): Parts => [['cap', spec && of(spec.amount)]];
  const inner = (each: AwardNode): string => printAward(each, policy);
  switch (node.form) {
    case 'fixed':
      return mapping([['fixed', of(node.amount)], ...cap(node.cap)]);
    case 'rate':
      return mapping([
        ['base', of(node.base)],
        ['rate', of(node.rate)],
        ...cap(node.cap),
        ['times', node.times && of(node.times)],
      ]);
    case 'perUnit':
      return mapping([
        ['base', of(node.base)],
        ['each', of(node.each)],
        ['pays', of(node.pays)],
        ['units', units(node.units)],
        ...cap(node.cap),
      ]);
    case 'tiers':
      return node.tiers.map(({ name, when, award }) => `${name}: ${of(when)} → ${inner(award)}`).join('; ');
    case 'lookup':
      return mapping([
        ['lookup', of(node.of)],
        ['in', node.table],
        ['match', node.match],
      ]);
    case 'given':
      return mapping([['given', node.amount], ...cap(node.cap), ['times', node.times && of(node.times)]]);
    case 'firstGiven':
      return `firstGiven [${node.nodes.map(inner).join(', ')}]`;
    case 'difference':
      return `${inner(node.due)} less ${of(node.less)}`;
    case 'uplift':
      return mapping([
        ['uplift', `[${node.of.map(numberOf).join(', ')}]`],
        ['by', node.by],
        ['take', node.take],
        ...cap(node.cap),
      ]);
    case 'variant':
      return `if ${of(node.when)} ${inner(node.then)} else ${inner(node.otherwise)}`;
    case 'byReading':
      return choice(
        node.id,
        Object.entries(node.options).map(([option, each]) => `${option}: ${inner(each)}`),
      );
  }
}

type Parts = readonly (readonly [string, string | undefined])[];

function mapping(parts: Parts): string {
  const given = parts.filter(([, text]) => text !== undefined).map(([key, text]) => `${key}: ${text}`);
  return `{ ${given.join(', ')} }`;
}

const numberOf = (clause: string): string => clause.slice(clause.indexOf('/') + 1);

function units(counting: UnitCounting): string {
  if (counting.kind !== 'byReading') return counting.kind;
  return choice(
    counting.id,
    Object.entries(counting.options).map(([option, way]) => `${option}: ${way}`),
  );
}

const choice = (id: string, options: readonly string[]): string =>
  `{ reading: ${id.slice(id.indexOf('#') + 1)}, ${options.join(', ')} }`;
