import { Avatar, Field, Link, Select, Skeleton, SkeletonItem, Subtitle2 } from '@fluentui/react-components'
import { useEffect } from 'react'
import type { ReactNode } from 'react'

import { isThemeName, withTheme } from './theme.ts'
import type { Look } from './theme.ts'

type Screen = 'chat' | 'mailbox'
const names = { chat: 'Case Evaluations', mailbox: 'Mailbox' } as const

/** The bar at the top, and below it the screen. `person`: who is signed in, when that is known. */
export function Frame(props: {
  readonly screen: Screen
  readonly look: Look
  readonly person?: string | undefined
  readonly children: ReactNode
}) {
  const { screen, look, person } = props
  useEffect(() => {
    document.title = screen === 'chat' ? 'Chat: Case Evaluations' : 'Mailbox: Case Evaluations'
  }, [screen])
  return (
    <>
      <header className="bar">
        <Avatar name={names[screen]} initials={screen === 'chat' ? 'CE' : 'M'} shape="square" aria-hidden />
        <div className="bar-title">
          <Subtitle2 as="h1">{names[screen]}</Subtitle2>
          <div className="bar-person">{person === undefined ? 'Not signed in' : `You are ${person}`}</div>
        </div>
        <nav className="bar-links" aria-label="Local mode">
          <Link href={withTheme('/', look.theme)}>Home</Link>
          <Link href={withTheme('/chat', look.theme)} aria-current={screen === 'chat' ? 'page' : undefined}>
            Chat
          </Link>
          <Link
            href={withTheme('/mailbox', look.theme)}
            aria-current={screen === 'mailbox' ? 'page' : undefined}
          >
            Mailbox
          </Link>
          {person !== undefined && <Link href={`/sign-in?then=/${screen}`}>Be someone else</Link>}
        </nav>
        <ThemeChoice {...look} />
      </header>
      {props.children}
    </>
  )
}

/** What stands there until the first answer comes. */
export const Waiting = () => (
  <main className="scroll" aria-busy="true" aria-label="Loading">
    <Skeleton className="column">
      <SkeletonItem size={16} />
      <SkeletonItem size={96} />
      <SkeletonItem size={16} />
    </Skeleton>
  </main>
)

export const SignedOut = ({ screen }: { readonly screen: Screen }) => (
  <main className="scroll">
    <div className="column empty">
      <Subtitle2 as="h2">You are not signed in</Subtitle2>
      <p>Choose who you are, and you come back here.</p>
      <Link href={`/sign-in?then=/${screen}`}>Choose who you are</Link>
    </div>
  </main>
)

const ThemeChoice = ({ theme, choose }: Look) => (
  <Field label="Theme" orientation="horizontal" size="small" className="bar-theme">
    <Select
      size="small"
      value={theme}
      onChange={(_, { value }) => {
        if (isThemeName(value)) choose(value)
      }}
    >
      <option value="light">Light</option>
      <option value="dark">Dark</option>
      <option value="contrast">Contrast</option>
    </Select>
  </Field>
)
