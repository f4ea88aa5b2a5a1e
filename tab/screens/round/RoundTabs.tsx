import { mergeClasses } from '@fluentui/react-components'
import { Link, useLocation } from 'wouter'

import { routes } from '../../routes.ts'
import { useRoundStyles } from './Rounds.styles.ts'
import { useRound } from './useRound.ts'

/** The pages of a round that the person may open, and the one that is open; the first is its overview. */
export function RoundTabs({ round: id }: { readonly round: string }) {
  const styles = useRoundStyles()
  const may = useRound(id).data?.may
  const [path] = useLocation()
  if (!may) return null
  const pages = [
    { to: routes.round(id), name: 'Overview', shown: true },
    { to: routes.longList(id), name: 'Long list', shown: may.writeLongList },
    { to: routes.choose(id), name: 'Choose cases', shown: may.choose },
    { to: routes.grid(id), name: 'Grid', shown: may.grid },
    { to: routes.panel(id), name: 'Panel day', shown: may.panelDay },
    { to: routes.pack(id), name: 'Pack', shown: may.pack },
  ].filter(({ to, shown }) => shown || to === path)
  if (pages.length < 2) return null
  return (
    <nav aria-label="Pages of this round" className={styles.tabs}>
      {pages.map(({ to, name }) => (
        <RoundTab key={to} to={to} name={name} here={to === path} />
      ))}
    </nav>
  )
}

type TabProps = { readonly to: string; readonly name: string; readonly here: boolean }

function RoundTab({ to, name, here }: TabProps) {
  const styles = useRoundStyles()
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
