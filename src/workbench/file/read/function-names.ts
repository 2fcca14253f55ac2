/**
 * Functions of add-ins in formulas: a file calls `POLICY.SUBSIDY(…)` `_xldudf_POLICY_SUBSIDY(…)`, as Excel
 * writes it.
 */
const IN_FILES = /_xldudf_([A-Z][A-Z0-9]*)_([A-Z0-9_.]+)(?=\()/gi;

export function shownFormula(formula: string): string {
  return formula.includes('_xldudf_') ? formula.replaceAll(IN_FILES, '$1.$2') : formula;
}

/** @param namespace of the add-in's functions, such as `POLICY` */
export function filedFormula(formula: string, namespace: string): string {
  if (namespace === '') return formula;
  const shown = new RegExp(`(?<![\\w.!'])${namespace}\\.([A-Z0-9_]+)(?=\\()`, 'gi');
  return outsideTexts(formula, (code) => code.replaceAll(shown, `_xldudf_${namespace}_$1`));
}

/** What stands between quotes is text, or the name of a sheet. */
function outsideTexts(formula: string, change: (code: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
    .join('');
}
