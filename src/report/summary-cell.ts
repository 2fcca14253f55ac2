/** A cell of the 汇总 sheet: a label, a formula over 明细 with the engine's figure as its result, or a plain amount. */
export type SummaryCell =
  | {
      readonly kind: 'label';
      readonly text: string;
      readonly emphasis: 'title' | 'section' | 'header' | 'total' | 'note' | 'none';
    }
  | {
      readonly kind: 'money' | 'count';
      readonly formula: string;
      readonly value: number;
      readonly total: boolean;
    }
  | { readonly kind: 'amount'; readonly value: number };

export function label(
  text: string,
  emphasis: Extract<SummaryCell, { kind: 'label' }>['emphasis'] = 'none',
): SummaryCell {
  return { kind: 'label', text, emphasis };
}
