import { makeStyles, tokens } from '@fluentui/react-components';

/** Looks that several views share. The pane is 320 to some 500 px wide: everything stands below each other. */
export const useShared = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  tight: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  stretch: { alignItems: 'stretch' },
  spread: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    minWidth: 0,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, minWidth: 0 },
  item: {
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, overflowWrap: 'anywhere', minWidth: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', minWidth: 0 },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  number: {
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    marginLeft: 'auto',
    textAlign: 'right',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  // A select is as wide as its longest option otherwise, which may be wider than the pane.
  select: { minWidth: 0, width: '100%', '& select': { width: '100%', textOverflow: 'ellipsis' } },
});
