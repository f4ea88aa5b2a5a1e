import { makeStyles, tokens } from '@fluentui/react-components'

export const useCaseStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: '11rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    maxWidth: '42rem',
    margin: `0 0 ${tokens.spacingVerticalM}`,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '@media (max-width: 479px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      rowGap: 0,
      '& dd': { marginBottom: tokens.spacingVerticalS },
    },
  },
  form: { maxWidth: '40rem', marginTop: tokens.spacingVerticalM },
  born: { marginBottom: tokens.spacingVerticalL, '& > fieldset': { marginBottom: tokens.spacingVerticalXS } },
  before: { marginBottom: tokens.spacingVerticalM },
  text: { maxWidth: '42rem', margin: `0 0 ${tokens.spacingVerticalM}` },
  quiet: { maxWidth: '42rem', color: tokens.colorNeutralForeground2 },
  lines: {
    maxWidth: '48rem',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '& > li': {
      padding: `${tokens.spacingVerticalS} 0`,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    margin: `0 0 ${tokens.spacingVerticalL}`,
  },
})
