import { makeStyles, tokens } from '@fluentui/react-components'

export const useAnswerStyles = makeStyles({
  what: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  said: {
    margin: `0 0 ${tokens.spacingVerticalXL}`,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    '& h2': { margin: 0 },
    '& dl': { margin: 0 },
    '& dt': { marginTop: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, whiteSpace: 'pre-wrap' },
  },
  help: { marginTop: tokens.spacingVerticalXL, color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})
