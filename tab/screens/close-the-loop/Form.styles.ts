import { makeStyles, tokens } from '@fluentui/react-components'

export const useFormStyles = makeStyles({
  line: { margin: 0, minHeight: tokens.lineHeightBase300, maxWidth: '70ch', whiteSpace: 'pre-wrap' },
  numbered: { paddingLeft: '1.5em', textIndent: '-1.5em' },
  facts: {
    display: 'grid',
    gridTemplateColumns: '10rem minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    margin: `0 0 ${tokens.spacingVerticalL}`,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, whiteSpace: 'pre-wrap' },
    '@media (max-width: 479px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      rowGap: 0,
      '& dd': { marginBottom: tokens.spacingVerticalS },
    },
  },
  quiet: { margin: `0 0 ${tokens.spacingVerticalL}`, color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  /** The browser's own control is lower than a finger needs. */
  file: { display: 'block', minHeight: '2rem', maxWidth: '100%', marginTop: tokens.spacingVerticalS },
  goOn: { margin: `0 0 ${tokens.spacingVerticalXXL}` },
  parts: {
    margin: `0 0 ${tokens.spacingVerticalXL}`,
    padding: 0,
    listStyleType: 'none',
    '& li': {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: tokens.spacingHorizontalM,
      padding: `${tokens.spacingVerticalS} 0`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  apart: { marginTop: tokens.spacingVerticalXXXL },
  entries: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '& li': { padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '& p': { margin: 0 },
  },
  when: { color: tokens.colorNeutralForeground2 },
})
