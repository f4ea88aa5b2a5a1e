import { makeStyles, tokens } from '@fluentui/react-components'

export const useDrawerStyles = makeStyles({
  what: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  state: { margin: `0 0 ${tokens.spacingVerticalL}`, color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gridTemplateColumns: '9rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    margin: `0 0 ${tokens.spacingVerticalL}`,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
    '@media (max-width: 479px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      rowGap: 0,
      '& dd': { marginBottom: tokens.spacingVerticalS },
    },
  },
  act: { margin: `0 0 ${tokens.spacingVerticalM}` },
  part: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    '& p': { margin: `${tokens.spacingVerticalXS} 0 0` },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  subheading: { display: 'block', margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}` },
  entries: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '& > li': {
      padding: `${tokens.spacingVerticalS} 0`,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& p': { margin: 0 },
  },
  said: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: `0 0 ${tokens.spacingVerticalXS}`, whiteSpace: 'pre-wrap' },
  },
  help: { marginTop: tokens.spacingVerticalXL, color: tokens.colorNeutralForeground2 },
})
