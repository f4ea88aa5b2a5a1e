import { makeStyles, tokens } from '@fluentui/react-components'

const narrow = '@media (max-width: 639px)'

export const useRowStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '6.5rem minmax(0, 1fr) 11rem 17.5rem',
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'baseline',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '@media (max-width: 960px)': { gridTemplateColumns: '6.5rem minmax(0, 1fr) 10.5rem' },
    [narrow]: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  },
  withAct: {
    gridTemplateColumns: '6.5rem minmax(0, 1fr) 11rem 11rem 5.5rem',
    '@media (max-width: 960px)': { gridTemplateColumns: '6.5rem minmax(0, 1fr) 10.5rem 5.5rem' },
  },
  light: {
    position: 'absolute',
    inset: 0,
    pointerEvents: 'none',
    opacity: 0,
    backgroundColor: tokens.colorBrandStroke1,
    animationName: { from: { opacity: 0.25 }, to: { opacity: 0 } },
    animationDuration: '2.4s',
    animationTimingFunction: 'ease-out',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  reference: { whiteSpace: 'nowrap' },
  what: { minWidth: 0, maxWidth: '70ch' },
  who: { display: 'block', color: tokens.colorNeutralForeground2 },
  due: {},
  state: {
    color: tokens.colorNeutralForeground2,
    '@media (min-width: 640px) and (max-width: 960px)': { gridColumn: '2', gridRow: '2' },
  },
  act: {
    justifySelf: 'end',
    [narrow]: { marginTop: tokens.spacingVerticalS },
    '@media (min-width: 640px) and (max-width: 960px)': { gridColumn: '4', gridRow: '1' },
  },
  link: { color: tokens.colorNeutralForeground1, ':hover': { color: tokens.colorBrandForegroundLink } },
  whole: {
    // The button's own `position` would keep the click area to itself.
    '&&': { position: 'static' },
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible::after': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusMedium,
    },
  },
})
