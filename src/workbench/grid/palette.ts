/** Colours of the grid. Cells stay white in the dark theme, as Excel's do: their colours belong to the file. */
export interface Palette {
  readonly header: string;
  readonly headerText: string;
  readonly headerLine: string;
  readonly headerSelected: string;
  readonly headerSelectedText: string;
  readonly outside: string;
  readonly accent: string;
}

export const SHEET = {
  paper: '#FFFFFF',
  gridline: '#E1E1E1',
  frozenLine: '#8A8A8A',
  selection: 'rgba(16, 124, 65, 0.10)',
  note: '#C00000',
  button: '#FFFFFF',
  buttonLine: '#ABABAB',
  buttonMark: '#444444',
  busy: '#7A7A7A',
  spill: '#2B6CB0',
} as const;

export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    header: '#F3F3F3',
    headerText: '#3B3B3B',
    headerLine: '#D0D0D0',
    headerSelected: '#D3F0E0',
    headerSelectedText: '#0E5C2F',
    outside: '#FAFAFA',
    accent: '#107C41',
  },
  dark: {
    header: '#262626',
    headerText: '#D6D6D6',
    headerLine: '#4A4A4A',
    headerSelected: '#1F4D35',
    headerSelectedText: '#A6E3C0',
    outside: '#1F1F1F',
    accent: '#21A366',
  },
};
