import { makeStyles, tokens } from '@fluentui/react-components'

export const useBoardStyles = makeStyles({
  board: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 15rem), 1fr))',
    alignItems: 'start',
  },
  column: { minWidth: 0 },
  heading: { display: 'block', margin: `0 0 ${tokens.spacingVerticalS}` },
  count: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  cards: { margin: 0, padding: 0, listStyleType: 'none' },
  card: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'anywhere',
    '& p': { margin: 0 },
  },
  reference: { color: tokens.colorNeutralForeground2 },
  link: { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
  quiet: { color: tokens.colorNeutralForeground2 },
  month: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    margin: `0 0 ${tokens.spacingVerticalM}`,
    '& h2': { margin: 0 },
  },
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    '& th, & td': {
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      padding: tokens.spacingHorizontalS,
      verticalAlign: 'top',
      textAlign: 'left',
      overflowWrap: 'anywhere',
    },
    '& ul': { margin: 0, padding: 0, listStyleType: 'none' },
    // Where seven columns do not fit, the month is a list of the days that have something.
    '@media (max-width: 819px)': {
      '& thead': { display: 'none' },
      '& tbody, & tr, & td': { display: 'block' },
      '& td': { border: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
      '& td[data-empty]': { display: 'none' },
    },
  },
  day: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightSemibold },
  today: { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
  wide: { '@media (max-width: 819px)': { display: 'none' } },
  narrow: { '@media (min-width: 820px)': { display: 'none' } },
})
