import { isOwn, routes } from './routes.ts'

/** What Teams says of where the tab is shown. */
type Shown = {
  /** The entity of the tab: ours names the round of a panel day, `round:<id>`. */
  readonly id: string
  /** Of a deep link: one of our own addresses. */
  readonly subPageId?: string
  readonly isMeeting: boolean
}

/** The entity of a tab that is a round's panel day: from it a meeting's side panel finds the round. */
export function entityOf(round: string): string {
  return `round:${round}`
}

/**
 * Where to go once Teams has said where the tab is shown; undefined: it is there already. Everything here comes from
 * outside, and leads to addresses of our own alone.
 */
export function landing({ id, subPageId, isMeeting }: Shown, here: string): string | undefined {
  if (subPageId && isOwn(subPageId)) return subPageId
  if (here !== routes.home && here !== routes.present) return undefined
  const round = /^round:([\w-]{1,64})$/.exec(id)?.[1]
  if (isMeeting && round !== undefined) return routes.panel(round)
  return here === routes.present ? routes.home : undefined
}
