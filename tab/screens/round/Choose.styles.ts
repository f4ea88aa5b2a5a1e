import { makeStyles, tokens } from '@fluentui/react-components'

const wide = '@media (min-width: 800px)'

export const useChooseStyles = makeStyles({
  aid: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalS,
  },
  size: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  quiet: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    maxWidth: '70ch',
    color: tokens.colorNeutralForeground2,
  },
  cases: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  case: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    [wide]: { gridTemplateColumns: '7rem 8.5rem minmax(0, 1fr) 15rem', minHeight: '4rem' },
  },
  picked: {
    boxShadow: `inset 4px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { borderLeft: '4px solid Highlight' },
  },
  /** What takes the focus is not behind the rule. */
  tick: {
    '& input': { scrollMarginBottom: '10rem' },
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    whiteSpace: 'nowrap',
  },
  threshold: { color: tokens.colorNeutralForeground2 },
  known: { paddingBottom: tokens.spacingVerticalXS },
  lead: {
    '& label': { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
    '& select': { minWidth: 0 },
  },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  /** In sight while the list is long, but not where it would take half of a small window. */
  rule: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '& p': { margin: 0 },
    '@media (min-height: 600px)': { position: 'sticky', bottom: 0, zIndex: 1 },
  },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    outlineStyle: 'none',
  },
  facts: {
    maxWidth: '42rem',
    margin: `0 0 ${tokens.spacingVerticalL}`,
    '& > div': {
      padding: `${tokens.spacingVerticalS} 0`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd': { margin: 0, whiteSpace: 'pre-wrap' },
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  matrix: { marginTop: tokens.spacingVerticalXXL },
  fold: {
    width: 'fit-content',
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  scrolls: {
    marginTop: tokens.spacingVerticalM,
    // What is unseen in it is placed against it, not against the page.
    position: 'relative',
    overflowX: 'auto',
    overflowWrap: 'normal',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    borderCollapse: 'collapse',
    backgroundColor: tokens.colorNeutralBackground1,
    '& th, & td': {
      minWidth: '6.5rem',
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      textAlign: 'left',
      verticalAlign: 'bottom',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  first: {
    position: 'sticky',
    left: 0,
    whiteSpace: 'nowrap',
    backgroundColor: tokens.colorNeutralBackground1,
  },
})
