import { makeStyles, tokens } from '@fluentui/react-components'

export const useNewActionStyles = makeStyles({
  smart: {
    margin: `0 0 ${tokens.spacingVerticalXL}`,
    padding: 0,
    listStyleType: 'none',
    '& > li': { margin: `0 0 ${tokens.spacingVerticalXS}`, paddingLeft: '1.275em' },
    // The tick hangs before the words.
    '& svg': { marginLeft: '-1.275em' },
  },
  heading: { display: 'block', margin: `0 0 ${tokens.spacingVerticalXS}` },
  hint: { color: tokens.colorNeutralForeground2 },
  others: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    border: 'none',
    '& legend': { padding: 0, fontWeight: tokens.fontWeightSemibold },
    '& p': { margin: 0 },
  },
  check: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: tokens.spacingHorizontalM,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
})
