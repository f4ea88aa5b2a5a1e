import { makeStyles, tokens } from '@fluentui/react-components'

export const usePromptStyles = makeStyles({
  range: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: `0 0 ${tokens.spacingVerticalL}`,
    minWidth: 0,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
  days: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXXL },
  fold: {
    marginBottom: tokens.spacingVerticalXS,
    '& > summary': {
      padding: `${tokens.spacingVerticalXS} 0`,
      cursor: 'pointer',
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  kind: {
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  steps: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    padding: 0,
    listStyleType: 'none',
    '& > li': { padding: `${tokens.spacingVerticalXS} 0` },
  },
  number: { width: '4rem' },
  inner: { width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 },
  apart: { marginBottom: tokens.spacingVerticalXXL },
})
