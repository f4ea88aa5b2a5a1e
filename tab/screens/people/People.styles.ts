import { makeStyles, tokens } from '@fluentui/react-components'

export const usePeopleStyles = makeStyles({
  posts: {
    maxWidth: '64rem',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
    '& > li': {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr) minmax(0, 2fr) minmax(0, 2fr)',
      columnGap: tokens.spacingHorizontalM,
      padding: `${tokens.spacingVerticalS} 0`,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      '@media (max-width: 767px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  form: { maxWidth: '40rem' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  text: { maxWidth: '42rem' },
  below: { marginTop: tokens.spacingVerticalL },
  note: {
    maxWidth: '48rem',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyBase,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})
