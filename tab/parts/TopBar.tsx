import { Button, mergeClasses } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { Link, useLocation } from 'wouter'

import { inTeams, useTheme } from '../host.ts'
import { useMe } from '../me.ts'
import { routes } from '../routes.ts'
import { useSignOut } from '../sign-out.ts'
import { FindField } from './FindField.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import { useTopBarStyles } from './TopBar.styles.ts'

const Clock = lazy(async () => ({ default: (await import('./Clock.tsx')).Clock }))

/** The tabs in words, and at the right what belongs to the person; in local mode also the story's clock. */
export function TopBar() {
  const me = useMe()
  const styles = useTopBarStyles()
  const signOut = useSignOut()
  return (
    <header className={styles.bar}>
      <a href="#main" className={styles.skip}>
        Skip to the page
      </a>
      <nav aria-label="Pages" className={styles.tabs}>
        <Tab to={routes.home} name="Home" />
        {me.may.seeRounds && <Tab to={routes.rounds} name="Rounds" />}
        <Tab to={routes.actions} name="Actions" />
        <Tab to={routes.escalations} name="Escalations" />
        {me.may.seeTeam && <Tab to={routes.team} name="Team" />}
        {me.may.seePeople && <Tab to={routes.people} name="People" />}
        {me.local && <Beside />}
      </nav>
      <FindField />
      <div className={styles.person}>
        {me.local && (
          <Suspense>
            <Clock />
          </Suspense>
        )}
        {!inTeams && <ThemeSwitch />}
        <Link href={routes.me} className={styles.name}>
          {me.name}
        </Link>
        {!inTeams && (
          <Button appearance="subtle" className={styles.button} onClick={signOut}>
            Sign out
          </Button>
        )}
      </div>
    </header>
  )
}

function Tab({ to, name }: { readonly to: string; readonly name: string }) {
  const styles = useTopBarStyles()
  const [path] = useLocation()
  const here = to === routes.home ? path === to : path.startsWith(to)
  return (
    <Link
      href={to}
      aria-current={here ? 'page' : undefined}
      className={mergeClasses(styles.tab, here && styles.here)}
    >
      {name}
    </Link>
  )
}

/** Local mode's pages beside the tab: the stand-ins of Teams' chat and of the person's mail. */
function Beside() {
  const styles = useTopBarStyles()
  const theme = useTheme()
  return (
    <>
      <a href={`/chat?theme=${theme}`} className={styles.tab}>
        Chat
      </a>
      <a href={`/mailbox?theme=${theme}`} className={styles.tab}>
        Mailbox
      </a>
    </>
  )
}
