import { Button } from '@fluentui/react-components'

import { chooseTheme, useTheme } from '../host.ts'
import type { Theme } from '../host.ts'
import { useTopBarStyles } from './TopBar.styles.ts'

const NEXT: Readonly<Record<Theme, Theme>> = { light: 'dark', dark: 'contrast', contrast: 'light' }
const NAMES: Readonly<Record<Theme, string>> = { light: 'Light', dark: 'Dark', contrast: 'Contrast' }

/** In the browser: goes on to the next of the three themes. In Teams, Teams decides. */
export function ThemeSwitch() {
  const theme = useTheme()
  const styles = useTopBarStyles()
  return (
    <Button
      appearance="subtle"
      className={styles.button}
      onClick={() => chooseTheme(NEXT[theme])}
      aria-label={`${NAMES[theme]} theme. Change to ${NAMES[NEXT[theme]].toLowerCase()}`}
    >
      {NAMES[theme]}
      <span className={styles.more}>&nbsp;theme</span>
    </Button>
  )
}
