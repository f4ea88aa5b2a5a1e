import { makeStyles, tokens } from '@fluentui/react-components'

const tiny = '@media (max-width: 359px)'
/** From a tablet to a small desktop screen: what the bar holds in local mode still fits into one row of 1280. */
const close = '@media (min-width: 640px) and (max-width: 1439px)'

export const useTopBarStyles = makeStyles({
  bar: {
    position: 'relative',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    padding: `0 ${tokens.spacingHorizontalL}`,
    [close]: { columnGap: tokens.spacingHorizontalS, padding: `0 ${tokens.spacingHorizontalS}` },
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { padding: `0 ${tokens.spacingHorizontalXS}` },
    '@media print': { display: 'none' },
  },
  skip: {
    position: 'absolute',
    left: tokens.spacingHorizontalM,
    top: 0,
    zIndex: 2,
    padding: tokens.spacingHorizontalS,
    color: tokens.colorBrandForegroundLink,
    backgroundColor: tokens.colorNeutralBackground1,
    transform: 'translateY(-200vh)',
    ':focus': { transform: 'none' },
  },
  tabs: { display: 'flex', flexWrap: 'wrap' },
  tab: {
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    borderBottom: '3px solid transparent',
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    '@media (max-width: 479px)': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS}`,
    },
    [close]: { paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  person: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    '@media (max-width: 639px)': { paddingBottom: tokens.spacingVerticalXS },
  },
  button: {
    minWidth: 0,
    [close]: { paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS },
    '@media (max-width: 639px)': {
      paddingLeft: tokens.spacingHorizontalS,
      paddingRight: tokens.spacingHorizontalS,
    },
    [tiny]: { fontSize: tokens.fontSizeBase200 },
  },
  more: { [close]: { display: 'none' } },
  name: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    [tiny]: { fontSize: tokens.fontSizeBase200 },
  },
})
