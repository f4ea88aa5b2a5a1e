import { makeStyles, tokens } from '@fluentui/react-components'

export const useTroubleStyles = makeStyles({
  above: {
    boxSizing: 'border-box',
    maxWidth: '72rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 0`,
    color: tokens.colorNeutralForeground1,
  },
  steps: { '& p': { margin: `${tokens.spacingVerticalS} 0 0` } },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  code: { color: tokens.colorNeutralForeground2 },
  list: { margin: `${tokens.spacingVerticalS} 0`, paddingLeft: tokens.spacingHorizontalXL },
  link: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '5rem',
    padding: tokens.spacingHorizontalS,
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  label: {
    display: 'block',
    fontWeight: tokens.fontWeightSemibold,
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`,
  },
})
