import { FluentProvider } from '@fluentui/react-components'
import { useState } from 'react'

import { Chat } from './chat.tsx'
import { Mailbox } from './mailbox.tsx'
import { keepThemeInAddress, themeAtStart, themes } from './theme.ts'
import type { ThemeName } from './theme.ts'

/** Which of the two screens the address names. */
export function Page() {
  const [theme, setTheme] = useState(themeAtStart)
  const look = {
    theme,
    choose: (chosen: ThemeName) => {
      setTheme(chosen)
      keepThemeInAddress(chosen)
    },
  }
  return (
    <FluentProvider theme={themes[theme]} className={`page ${theme}`}>
      {location.pathname.startsWith('/mailbox') ? <Mailbox look={look} /> : <Chat look={look} />}
    </FluentProvider>
  )
}
