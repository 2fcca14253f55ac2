/** A cell of the 汇总 sheet: a label, or a formula over 明细 with the engine's figure as its result. */
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
    };

export function label(
  text: string,
  emphasis: Extract<SummaryCell, { kind: 'label' }>['emphasis'] = 'none',
): SummaryCell {
  return { kind: 'label', text, emphasis };
}
