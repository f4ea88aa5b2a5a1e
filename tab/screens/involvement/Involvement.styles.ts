import { makeStyles, tokens } from '@fluentui/react-components'

const wide = '@media (min-width: 900px)'

export const useInvolvementStyles = makeStyles({
  quiet: {
    margin: `${tokens.spacingVerticalXL} 0 0`,
    maxWidth: '70ch',
    color: tokens.colorNeutralForeground2,
  },
  question: {
    maxWidth: '42rem',
    margin: `0 0 ${tokens.spacingVerticalL}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  /** For thumbs. */
  tall: { minHeight: '2.75rem' },
  meanings: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    maxWidth: '70ch',
    '& > div': { marginBottom: tokens.spacingVerticalXXS },
    '& dt': { display: 'inline', fontWeight: tokens.fontWeightSemibold },
    '& dd': { display: 'inline', margin: 0, marginLeft: tokens.spacingHorizontalXS },
  },
  cases: {
    margin: 0,
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
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    [wide]: { gridTemplateColumns: 'minmax(0, 1fr) 33rem' },
  },
  about: { paddingTop: tokens.spacingVerticalS },
  reference: { whiteSpace: 'nowrap', fontWeight: tokens.fontWeightSemibold },
  threshold: { marginLeft: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
  given: { [wide]: { paddingTop: tokens.spacingVerticalS } },
  answers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(8rem, 100%), 1fr))',
    [wide]: { gridTemplateColumns: 'repeat(4, auto)' },
  },
  /** What takes the focus is not behind the foot. */
  answer: { minHeight: '2.75rem', alignItems: 'center', '& input': { scrollMarginBottom: '6rem' } },
  who: { '& p': { margin: `${tokens.spacingVerticalXS} 0` } },
  fold: {
    width: 'fit-content',
    padding: `${tokens.spacingVerticalXS} 0`,
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  adults: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  foot: {
    '@media (min-height: 400px)': { position: 'sticky', bottom: 0, zIndex: 1 },
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})
