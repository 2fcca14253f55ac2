import type { Plan, WorkbookOutcome } from '../engine';
import type { Lang } from '../rules';
import type { SheetReading } from '../sheet';
import { type AuditLine, auditLines } from './audit';
import { clauseJson } from './clause-json';
import { moneyText } from './money';
import { total, totalsJson } from './totals-json';

/** What `evaluate --json` gives (design: semantics, Command line); money as decimal strings in yuan. */
export interface ResultJsonInput {
  readonly generator: string;
  readonly outcome: WorkbookOutcome;
  /** Of the same policies, in the same order. */
  readonly plans: readonly Plan[];
  /** In the order of the outcome's sheets. */
  readonly readings: readonly SheetReading[];
  readonly identity: (sheet: number, row: number) => { name: string | null; creditCode: string | null };
  readonly lang: Lang;
}

export function resultJson(input: ResultJsonInput): unknown {
  const { outcome } = input;
  return {
    schema: 1,
    generator: input.generator,
    policies: outcome.policies.map((policy, index) => ({
      id: policy.policy.id,
      rulesHash: policy.policy.hash,
      asOf: policy.asOf,
      unchecked: policy.unchecked,
      ...scenarioJson(input.plans[index]),
    })),
    sheets: input.readings.map((reading, index) => sheetJson(input, reading, index)),
    totals: totalsJson(outcome.policies),
  };
}

/** What the scenario changes in a policy; nothing where it changes nothing. */
function scenarioJson(plan: Plan | undefined): { scenario?: unknown } {
  const { figures = {}, readings = {}, parameters = {}, amounts = {} } = plan?.scenario ?? {};
  const changes = Object.entries({ figures, readings, parameters, amounts }).filter(
    ([, entries]) => Object.keys(entries).length > 0,
  );
  return changes.length === 0 ? {} : { scenario: Object.fromEntries(changes) };
}

function sheetJson(input: ResultJsonInput, reading: SheetReading, index: number): unknown {
  const perPolicy = input.outcome.policies.flatMap((policy) => {
    const sheet = policy.sheets.find((candidate) => candidate.sheet === index);
    return sheet === undefined ? [] : [{ policy, sheet }];
  });
  return {
    sheet: reading.sheetName,
    headerRows: reading.headerRows,
    columns: reading.columns.map((column) => ({
      column: column.column,
      header: column.header,
      ...(column.headerPath.length > 1 ? { headerPath: column.headerPath } : {}),
      key: column.key,
      ...(column.clauseId === null ? {} : { clause: column.clauseId }),
      unit: column.unit,
      why: column.why,
      confidence: column.confidence,
    })),
    unmapped: reading.unmapped.map(({ column, header, why }) => ({ column, header, why })),
    skippedRows: reading.skippedRows.map(({ row, why }) => ({ row, why })),
    notAssessed: perPolicy.flatMap(({ sheet }) =>
      sheet.notAssessed.map(({ clause, missingColumns }) => ({ clause, missingColumns })),
    ),
    findings: findingsJson(input, index),
    rows: reading.data.rowNumbers.map((rowNumber, row) => {
      const outcomes = perPolicy.flatMap(({ policy, sheet }) => {
        const outcome = sheet.rows[row];
        return outcome === undefined ? [] : [{ policy, sheet, outcome }];
      });
      const who = input.identity(index, row);
      return {
        row: rowNumber,
        name: who.name,
        creditCode: who.creditCode,
        award: moneyText(total(outcomes.map(({ outcome }) => outcome.award))),
        ceiling: moneyText(total(outcomes.map(({ outcome }) => outcome.ceiling))),
        saving: moneyText(total(outcomes.map(({ outcome }) => outcome.saving))),
        capHits: outcomes.flatMap(({ outcome }) => outcome.capHits),
        approval: outcomes.flatMap(({ outcome }) => outcome.approval),
        clauses: outcomes.flatMap(({ policy, sheet, outcome }) =>
          outcome.clauses.map((clause) => clauseJson(clause, sheet, policy)),
        ),
      };
    }),
  };
}

/** Findings about the sheet's data, with the money of all policies that hangs on each. */
function findingsJson({ outcome, readings, lang }: ResultJsonInput, index: number): unknown[] {
  const found = new Map<string, AuditLine>();
  for (const policy of outcome.policies) {
    const sheets = policy.sheets.filter(({ sheet }) => sheet === index);
    for (const line of auditLines({ ...policy, sheets }, readings)) {
      const key = `${line.cell} ${line.code} ${line.text.zh}`;
      const other = found.get(key);
      found.set(key, other === undefined ? line : together(other, line));
    }
  }
  return [...found.values()].map(({ cell, code, severity, text, money, open, clauses }) => ({
    cell,
    code,
    severity,
    text: text[lang],
    money: moneyText(money),
    open,
    clauses,
  }));
}

/** One finding under two policies. */
function together(one: AuditLine, other: AuditLine): AuditLine {
  return {
    ...one,
    money: one.money.plus(other.money),
    open: one.open + other.open,
    clauses: [...one.clauses, ...other.clauses],
  };
}
