import { type Checked, expectedWords, type Scope, typeOfIndicator, typeWords } from '../check';
import { positionOf } from '../diagnostics';
import { isCount, multiplyDimensions, printDimension, RATIO, sameDimension, YUAN } from '../dimension';
import type { AwardNode, CapSpec, Expr } from '../model';
import type { Indicator } from '../vocabulary';
import type { MapNode } from '../yaml';
import type { Field, Fields } from './field';
import type { LeafForm } from './forms';
import { checkUnits } from './units';

/** Checks the leaves of an award: forms that give an amount themselves. Units must make yuan. */

export interface LeafContext {
  readonly node: MapNode;
  readonly name: string;
  readonly fields: Fields;
  readonly scope: Scope;
}

type SimpleForm = Exclude<LeafForm, 'uplift' | 'firstGiven'>;

export function checkLeaf(form: SimpleForm, context: LeafContext): AwardNode | undefined {
  const node = LEAVES[form](context);
  const less = context.fields.get('less');
  if (less === undefined || node === undefined) return node;
  const paid = amount(less, context.scope, { zh: 'less', en: 'less' });
  return paid && { form: 'difference', due: node, less: paid, name: context.name, position: node.position };
}

const LEAVES: Readonly<Record<SimpleForm, (context: LeafContext) => AwardNode | undefined>> = {
  fixed: checkFixed,
  rate: checkRate,
  perUnit: checkPerUnit,
  given: checkGivenAmount,
  lookup: checkLookup,
};

const place = (context: LeafContext) => ({ name: context.name, position: positionOf(context.node.span) });

function checkFixed(context: LeafContext): AwardNode | undefined {
  const { fields, scope } = context;
  const fixed = need('fixed', context);
  const sum = fixed && amount(fixed, scope, { zh: '固定金额', en: 'A fixed amount' });
  const times = checkTimes(context);
  if (sum === undefined) return undefined;
  const position = positionOf(context.node.span);
  const total: Expr = times === undefined ? sum : { op: 'multiply', left: sum, right: times, position };
  return { form: 'fixed', amount: total, ...cap(fields, scope, times), ...place(context) };
}

function checkRate(context: LeafContext): AwardNode | undefined {
  const { fields, scope } = context;
  const rateField = need('rate', context);
  const rate = rateField?.checked;
  const baseField = fields.get('base') ?? need(fields.has('match') ? 'match' : 'base', context);
  const base = baseField?.checked;
  const times = checkTimes(context);
  const bound = boundOf(context, base);
  if (rate === undefined || base === undefined || rateField === undefined) return undefined;
  checkYuan(base, rate, rateField, scope, { zh: '基数乘比例', en: 'Base times rate' });
  const capped = bound === undefined ? cap(fields, scope, times) : { cap: bound };
  return {
    form: 'rate',
    base: base.expr,
    rate: rate.expr,
    ...capped,
    ...(times === undefined ? {} : { times }),
    ...place(context),
  };
}

/** `bound: 1%`: that share of the base is the cap. */
function boundOf({ fields, scope, node }: LeafContext, base: Checked | undefined): CapSpec | undefined {
  const field = fields.get('bound');
  const bound = field?.checked;
  if (field === undefined || bound === undefined || base === undefined) return undefined;
  checkYuan(base, bound, field, scope, { zh: '基数乘 bound', en: 'Base times bound' });
  return { amount: { op: 'multiply', left: base.expr, right: bound.expr, position: positionOf(node.span) } };
}

function checkPerUnit(context: LeafContext): AwardNode | undefined {
  const { fields, scope } = context;
  const [base, each, pays] = ['base', 'each', 'pays'].map((key) => need(key, context));
  const paid = pays && amount(pays, scope, { zh: 'pays', en: 'pays' });
  const units = checkUnits(fields.get('units'), scope);
  const [baseValue, eachValue] = [base?.checked, each?.checked];
  if (baseValue === undefined || eachValue === undefined || paid === undefined || units === undefined)
    return undefined;
  if (
    each !== undefined &&
    baseValue.type.kind === 'number' &&
    eachValue.type.kind === 'number' &&
    !sameDimension(baseValue.type.dimension, eachValue.type.dimension)
  ) {
    const [left, right] = [
      printDimension(baseValue.type.dimension),
      printDimension(eachValue.type.dimension),
    ];
    scope.report('unit-mismatch', each.node.span, { left, right });
  }
  return {
    form: 'perUnit',
    base: baseValue.expr,
    each: eachValue.expr,
    pays: paid,
    units,
    ...cap(fields, scope, undefined),
    ...place(context),
  };
}

function checkGivenAmount(context: LeafContext): AwardNode | undefined {
  const indicator = indicatorOf(need('given', context), context.scope);
  const times = checkTimes(context);
  if (indicator === undefined) return undefined;
  return {
    form: 'given',
    amount: indicator.key,
    ...(times === undefined ? {} : { times }),
    ...cap(context.fields, context.scope, times),
    ...place(context),
  };
}

function checkLookup(context: LeafContext): AwardNode | undefined {
  const { scope, fields } = context;
  const of = need('lookup', context)?.checked;
  const table = indicatorOf(need('in', context), scope, 'table');
  const match = fields.get('match');
  const way = match?.node.kind === 'text' ? match.node.value : 'atLeast';
  if (way !== 'atLeast' && way !== 'atMost') {
    const at = match?.node ?? context.node;
    scope.report('wrong-choice', at.span, {
      written: way,
      known: ['atLeast', 'atMost'],
      suggestion: undefined,
    });
  }
  const cap = fields.get('cap');
  if (cap !== undefined) {
    scope.report('award-form', cap.key.span, {
      zh: '查表的金额没有 cap',
      en: 'an amount looked up has no cap',
    });
  }
  if (of === undefined || table === undefined) return undefined;
  return {
    form: 'lookup',
    of: of.expr,
    table: table.key,
    match: way === 'atMost' ? 'atMost' : 'atLeast',
    ...place(context),
  };
}

/** A key that the form cannot do without. */
function need(key: string, { fields, node, scope }: LeafContext): Field | undefined {
  const field = fields.get(key);
  if (field !== undefined) return field;
  const at = { ...node.span, end: node.span.start + 1 };
  scope.report('award-form', at, { zh: `缺少 ${key}`, en: `${key} is missing` });
  return undefined;
}

/** A value that must be an amount in yuan. */
export function amount(field: Field, scope: Scope, called: { zh: string; en: string }): Expr | undefined {
  const checked = field.checked;
  if (checked === undefined) return undefined;
  const { type } = checked;
  if (type.kind === 'number' && !sameDimension(type.dimension, YUAN)) {
    scope.report('not-yuan', field.node.span, { unit: printDimension(type.dimension), ...called });
  } else if (type.kind !== 'number' && type.kind !== 'zero' && type.kind !== 'unknown') {
    scope.report('type-mismatch', field.node.span, {
      found: typeWords(type),
      expected: expectedWords('number'),
    });
  }
  return checked.expr;
}

export function cap(fields: Fields, scope: Scope, times: Expr | undefined): { cap?: CapSpec } {
  const field = fields.get('cap');
  const sum = field && amount(field, scope, { zh: '上限', en: 'The cap' });
  return sum === undefined ? {} : { cap: { amount: sum, ...(times === undefined ? {} : { times }) } };
}

function checkYuan(
  base: Checked,
  rate: Checked,
  at: Field,
  scope: Scope,
  called: { zh: string; en: string },
): void {
  for (const [{ type }, node] of [
    [base, at.node],
    [rate, at.node],
  ] as const) {
    if (type.kind === 'number' || type.kind === 'zero' || type.kind === 'unknown') continue;
    scope.report('type-mismatch', node.span, { found: typeWords(type), expected: expectedWords('number') });
    return;
  }
  if (base.type.kind === 'unknown' || rate.type.kind === 'unknown') return;
  const of = (type: Checked['type']) => (type.kind === 'number' ? type.dimension : RATIO);
  const product = multiplyDimensions(of(base.type), of(rate.type));
  if (base.type.kind === 'zero' || rate.type.kind === 'zero' || sameDimension(product, YUAN)) return;
  scope.report('not-yuan', at.node.span, { unit: printDimension(product), ...called });
}

/** `times`: a number of cars, people or months; its unit does not count. */
function checkTimes({ fields, scope }: LeafContext): Expr | undefined {
  const field = fields.get('times');
  const checked = field?.checked;
  if (field === undefined || checked === undefined) return undefined;
  const { type } = checked;
  if (type.kind === 'number' ? !isCount(type.dimension) : type.kind !== 'unknown') {
    const expected = { zh: '一个数量（户、人、辆 …）', en: 'a count (户, 人, 辆 …)' };
    scope.report('type-mismatch', field.node.span, { found: typeWords(type), expected });
  }
  return checked.expr;
}

/** A key that names an indicator of the clause: of money, or a table of the analyst. */
export function indicatorOf(
  field: Field | undefined,
  scope: Scope,
  wanted: 'money' | 'ratio' | 'table' = 'money',
): Indicator | undefined {
  const checked = field?.checked;
  if (field === undefined || checked === undefined) return undefined;
  const indicator =
    checked.expr.op === 'indicator' ? scope.vocabulary.indicators.get(checked.expr.key) : undefined;
  if (indicator?.type === wanted) return indicator;
  if (checked.type.kind !== 'unknown') {
    const found =
      indicator === undefined ? { zh: '表达式', en: 'an expression' } : typeWords(typeOfIndicator(indicator));
    scope.report('type-mismatch', field.node.span, { found, expected: WANTED[wanted] });
  }
  return undefined;
}

const WANTED = {
  money: { zh: '金额类指标的键名', en: 'the key of an indicator of type money' },
  ratio: { zh: '比率类指标的键名', en: 'the key of an indicator of type ratio' },
  table: { zh: '分档表类指标的键名', en: 'the key of an indicator of type table' },
} as const;
