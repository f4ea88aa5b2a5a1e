import { makeStyles, tokens } from '@fluentui/react-components'

const narrow = '@media (max-width: 359px), (min-width: 640px) and (max-width: 1439px)'

export const useClockStyles = makeStyles({
  button: { fontWeight: tokens.fontWeightRegular },
  name: {
    color: tokens.colorNeutralForeground2,
    [narrow]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  panel: {
    position: 'absolute',
    zIndex: 3,
    outlineStyle: 'none',
    top: '100%',
    right: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
    width: `min(22rem, calc(100vw - 2 * ${tokens.spacingHorizontalS}))`,
    padding: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
  },
  heading: { display: 'block', margin: `0 0 ${tokens.spacingVerticalS}` },
  says: { margin: `0 0 ${tokens.spacingVerticalM}` },
  form: { marginBottom: tokens.spacingVerticalM },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
})
