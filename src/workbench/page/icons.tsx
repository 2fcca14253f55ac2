/** The page's own pictures, drawn in one stroke width on a field of 20. */
const PATHS = {
  open: 'M2.5 15.5v-10a1 1 0 0 1 1-1h4l1.6 2h6.4a1 1 0 0 1 1 1v1.5M2.5 15.5l2-6h14l-2.2 6z',
  samples: 'M3 3.5h14v13H3zM3 8h14M3 12.2h14M8 8v8.5',
  save: 'M10 2.5v10M6 8.8l4 4 4-4M3 13.5v3h14v-3',
  sortAscending:
    'M5.5 3v13.500M3 14l2.500 2.500L8 14M10.500 8.500 12.800 3h.4l2.300 5.500M11.300 6.700h3.400M11 11.500h4.500l-4.500 5.500h4.500',
  sortDescending:
    'M5.5 17V3.500M3 6l2.500-2.500L8 6M10.500 17l2.300-5.500h.4l2.300 5.500M11.300 15.200h3.400M11 3h4.500L11 8.500h4.500',
  filter: 'M3 4h14l-5.500 6.500v5l-3 1.500v-6.500z',
  insertRow: 'M3 3.500h14v4H3zM3 12.500h14v4H3zM10 8.300v3.400M8.300 10h3.400',
  deleteRow: 'M3 3.500h14v4H3zM3 12.500h14v4H3zM8.300 10h3.400',
  accept: 'M4 10.500l4 4 8-9',
  cancel: 'M5 5l10 10M15 5L5 15',
  add: 'M10 4v12M4 10h12',
  down: 'M5 8l5 5 5-5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" className="icon">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
