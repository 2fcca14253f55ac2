/** Border lines as files name them and as Office.js does. */
import type { BorderLine } from '../../host';

type Line = Pick<BorderLine, 'style' | 'weight'>;

const LINES: readonly (readonly [file: string, line: Line])[] = [
  ['thin', { style: 'Continuous', weight: 'Thin' }],
  ['medium', { style: 'Continuous', weight: 'Medium' }],
  ['thick', { style: 'Continuous', weight: 'Thick' }],
  ['hair', { style: 'Continuous', weight: 'Hairline' }],
  ['dashed', { style: 'Dash', weight: 'Thin' }],
  ['mediumDashed', { style: 'Dash', weight: 'Medium' }],
  ['dotted', { style: 'Dot', weight: 'Thin' }],
  ['double', { style: 'Double', weight: 'Thick' }],
  ['dashDot', { style: 'DashDot', weight: 'Thin' }],
  ['mediumDashDot', { style: 'DashDot', weight: 'Medium' }],
  ['dashDotDot', { style: 'DashDotDot', weight: 'Thin' }],
  ['mediumDashDotDot', { style: 'DashDotDot', weight: 'Medium' }],
  ['slantDashDot', { style: 'SlantDashDot', weight: 'Medium' }],
];

/** The sides of a cell: as files name them, and by the names of Excel.BorderIndex. */
export const SIDES = [
  ['left', 'EdgeLeft'],
  ['right', 'EdgeRight'],
  ['top', 'EdgeTop'],
  ['bottom', 'EdgeBottom'],
] as const;

/** undefined for no line. */
export function lineNamed(file: string | undefined): Line | undefined {
  return LINES.find(([name]) => name === file)?.[1];
}

export function nameOfLine({ style, weight }: Line): string | null {
  if (style === 'None') return null;
  const same = LINES.filter(([, line]) => line.style === style);
  return (same.find(([, line]) => line.weight === weight) ?? same[0])?.[0] ?? 'thin';
}
