import { makeStyles, tokens } from '@fluentui/react-components'

export const useEscalationStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, maxWidth: '70ch', whiteSpace: 'pre-wrap' },
  quiet: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    color: tokens.colorNeutralForeground2,
    maxWidth: '70ch',
  },
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalL,
  },
  entries: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '& > li': {
      padding: `${tokens.spacingVerticalM} 0`,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& p': { margin: `0 0 ${tokens.spacingVerticalXS}`, maxWidth: '70ch', whiteSpace: 'pre-wrap' },
  },
  when: { color: tokens.colorNeutralForeground2 },
  first: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
})
