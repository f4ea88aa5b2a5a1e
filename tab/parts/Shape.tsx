import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'

export type ShapeName = keyof typeof PATHS

/** The shape beside a state's word. It adds nothing to the word, so a screen reader passes it by. */
export function Shape({ of }: { readonly of: ShapeName }) {
  const styles = useStyles()
  return (
    <svg viewBox="0 0 16 16" className={mergeClasses(styles.shape, styles[of])} aria-hidden="true">
      {PATHS[of]}
    </svg>
  )
}

const PATHS = {
  diamond: <path d="M8 1 15 8 8 15 1 8z" fill="currentColor" />,
  triangle: <path d="M8 1.5 15 14H1z" fill="currentColor" />,
  half: (
    <g>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </g>
  ),
  ring: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  dot: (
    <g>
      <rect x="2" y="2" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="8" cy="8" r="2.5" fill="currentColor" />
    </g>
  ),
  question: (
    <path
      d="M5 5.5A3 3 0 1 1 8 8.6V10.5M8 13v1.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    />
  ),
  tick: <path d="m2 8.5 4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2" />,
  bar: <path d="M2 8h12" fill="none" stroke="currentColor" strokeWidth="2" />,
} as const

const useStyles = makeStyles({
  shape: {
    flex: 'none',
    width: '0.875em',
    height: '0.875em',
    marginRight: '0.4em',
    verticalAlign: '-0.1em',
  },
  diamond: { color: tokens.colorStatusDangerForeground3 },
  triangle: { color: tokens.colorStatusDangerForeground3 },
  half: { color: tokens.colorStatusWarningForeground3 },
  ring: { color: tokens.colorNeutralForeground3 },
  dot: { color: tokens.colorBrandForeground1 },
  question: { color: tokens.colorStatusWarningForeground3 },
  tick: { color: tokens.colorStatusSuccessForeground1 },
  bar: { color: tokens.colorNeutralForeground3 },
})
