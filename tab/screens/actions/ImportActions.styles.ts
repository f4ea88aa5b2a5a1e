import { makeStyles, tokens } from '@fluentui/react-components'

export const useImportStyles = makeStyles({
  choose: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    '& label': { display: 'block', fontWeight: tokens.fontWeightSemibold },
    '& p': { margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 },
    '& input': { maxWidth: '100%', minHeight: '32px', color: tokens.colorNeutralForeground1 },
    '& input::file-selector-button': {
      minHeight: '32px',
      padding: `0 ${tokens.spacingHorizontalM}`,
      font: 'inherit',
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  box: { overflowX: 'auto', margin: `0 0 ${tokens.spacingVerticalL}` },
  table: {
    width: '100%',
    minWidth: '48rem',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: tokens.spacingHorizontalS,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'left',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
  },
})
