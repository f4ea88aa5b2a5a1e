import { makeStyles, tokens } from '@fluentui/react-components'

const line = `1px solid ${tokens.colorNeutralStroke2}`

export const useStandingStyles = makeStyles({
  lines: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    listStyleType: 'none',
    '& li': {
      display: 'grid',
      gridTemplateColumns: '9rem minmax(0, 1fr) minmax(0, 1fr)',
      columnGap: tokens.spacingHorizontalL,
      padding: `${tokens.spacingVerticalS} 0`,
      borderTop: line,
      breakInside: 'avoid',
      '@media (max-width: 639px)': { display: 'flex', flexDirection: 'column' },
    },
  },
  first: { fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
  numbers: {
    fontVariantNumeric: 'tabular-nums',
    // On a card a row of noughts hides the one number that matters.
    '@media (max-width: 639px)': { '& td[data-none]': { display: 'none' } },
  },
  agency: { marginBottom: tokens.spacingVerticalXXXL },
})
