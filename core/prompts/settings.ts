import type { Day } from '../calendar/day.ts'
import type { Road } from '../people/post.ts'

/** The days on which somebody is not here, the first and the last among them. */
export type Away = { readonly from: Day; readonly to: Day }

/** What a person sets for themselves about what they hear. Whatever they owe stays in their list. */
export type Settings = {
  readonly version: number
  readonly away: Away | null
  /** No reminder before the day itself; on it and after it they are reminded all the same. */
  readonly muteEarly: boolean
  readonly muteOverviews: boolean
}

/** What the settings of somebody are before anybody touched them. */
export const untouched: Settings = { version: 0, away: null, muteEarly: false, muteOverviews: false }

/** A person whose settings somebody may see: themselves, or anybody for the partnership. */
export type Whose = { readonly name: string; readonly road: Road; readonly settings: Settings }
