import { makeStyles, tokens } from '@fluentui/react-components'

const line = `1px solid ${tokens.colorNeutralStroke2}`

export const useChronologyStyles = makeStyles({
  box: {
    // What is unseen in it is placed against it, not against the page.
    position: 'relative',
    overflowX: 'auto',
    marginBottom: tokens.spacingVerticalL,
    border: line,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: 'normal',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media print': { overflowX: 'visible', border: 'none' },
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
      borderBottom: line,
      textAlign: 'left',
      verticalAlign: 'top',
    },
    '& th:first-child': {
      position: 'sticky',
      left: 0,
      minWidth: '7rem',
      backgroundColor: tokens.colorNeutralBackground1,
    },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
    '& tr': { breakInside: 'avoid' },
    '@media print': { fontSize: '9pt', '& thead': { display: 'table-header-group' } },
  },
  gap: {
    '& > :first-child': { boxShadow: `inset 4px 0 0 ${tokens.colorStatusDangerBorder2}` },
    '@media (forced-colors: active)': { '& > :first-child': { borderLeft: '4px solid CanvasText' } },
  },
  long: { minWidth: '13rem', whiteSpace: 'pre-wrap' },
  voice: { minWidth: '10rem', fontStyle: 'italic', whiteSpace: 'pre-wrap' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '70ch' },
  foot: { margin: `0 0 ${tokens.spacingVerticalXXL}` },
  whole: { whiteSpace: 'nowrap' },
  lines: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    maxWidth: '42rem',
    '& > li': { padding: `${tokens.spacingVerticalXXS} 0` },
  },
  list: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    listStyleType: 'none',
    '& > li': { padding: `${tokens.spacingVerticalM} 0`, borderTop: line },
    '& p': { margin: `0 0 ${tokens.spacingVerticalXS}`, paddingLeft: tokens.spacingHorizontalS },
  },
  without: { borderLeft: `4px solid ${tokens.colorStatusDangerBorder2}` },
  said: { whiteSpace: 'pre-wrap' },
  facts: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: `0 0 ${tokens.spacingVerticalXS}` },
  },
})
