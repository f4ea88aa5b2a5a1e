import { makeStyles, tokens } from '@fluentui/react-components'

const line = `1px solid ${tokens.colorNeutralStroke2}`

export const useSheetStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalL,
    marginBottom: tokens.spacingVerticalXXL,
    '@media screen and (max-width: 760px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    // One A4, as it lies on the table between two people.
    '@media print': { gap: '5mm', fontSize: '10pt' },
  },
  column: {
    padding: tokens.spacingHorizontalM,
    border: line,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    '& h2': { margin: `0 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase400 },
    '& ul': { margin: 0, padding: 0, listStyleType: 'none' },
    '& li': {
      padding: `${tokens.spacingVerticalS} 0`,
      borderTop: line,
      breakInside: 'avoid',
    },
    '& p': { margin: 0 },
    '@media print': { padding: '3mm', border: '1px solid #000', backgroundColor: '#fff' },
  },
  count: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  quiet: { color: tokens.colorNeutralForeground2 },
  onScreen: { '@media print': { display: 'none' } },
  onPaper: {
    display: 'none',
    '@media print': {
      display: 'block',
      marginTop: '8mm',
      '& p': { margin: '0 0 6mm' },
    },
  },
  talks: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    listStyleType: 'none',
    maxWidth: '42rem',
    '& li': { padding: `${tokens.spacingVerticalS} 0`, borderTop: line },
    '& p': { margin: 0, whiteSpace: 'pre-wrap' },
  },
  form: { maxWidth: '40rem' },
})
