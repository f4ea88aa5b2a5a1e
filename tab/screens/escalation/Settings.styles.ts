import { makeStyles, tokens } from '@fluentui/react-components'

export const useSettingsStyles = makeStyles({
  fold: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '& > summary': { padding: `${tokens.spacingVerticalM} 0`, cursor: 'pointer' },
  },
  group: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: `${tokens.spacingVerticalM} 0 0`,
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    '& > legend': { fontWeight: tokens.fontWeightSemibold, padding: 0 },
  },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalL,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})
