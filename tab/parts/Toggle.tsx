import { makeStyles, mergeClasses, shorthands, ToggleButton, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

type Toggled = { readonly chosen: boolean; readonly onChoose: () => void; readonly children: ReactNode }

/** A filter that stands in the open: on or off. */
export function Toggle({ chosen, onChoose, children }: Toggled) {
  const styles = useStyles()
  return (
    <ToggleButton
      size="small"
      checked={chosen}
      className={mergeClasses(styles.toggle, chosen && styles.chosen)}
      onClick={onChoose}
    >
      {children}
    </ToggleButton>
  )
}

const useStyles = makeStyles({
  /** For a finger. */
  toggle: { '@media (max-width: 639px)': { minHeight: '32px' } },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    ...shorthands.borderColor(tokens.colorCompoundBrandStroke),
    ':hover': shorthands.borderColor(tokens.colorCompoundBrandStroke),
  },
})
