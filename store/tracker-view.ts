import { trackerPaper } from '#core/actions/tracker-paper.ts'
import type { Lateness, TrackerView } from '#core/actions/views.ts'
import { SOURCE_WORDS } from '#core/actions/words.ts'
import type { Day } from '#core/calendar/day.ts'
import { inWords } from '#core/calendar/words.ts'
import { momentWithYear } from '#core/chronology/words.ts'
import type { Paper } from '#core/documents/paper.ts'
import type { RoundId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'

import { storyNow } from './clock.ts'
import type { RealNow } from './clock.ts'
import { everyAction } from './lists.ts'
import type { Wanted } from './lists.ts'
import { findRound } from './rounds.ts'
import type { Seen } from './seen.ts'
import { actionRows } from './views.ts'

/** As many as a board or a month shows; who has more narrows the list. */
const MOST = 300

/** All actions that are wanted, of every state, by due day: what the board and the calendar are made of. */
export async function viewTracker(
  seen: Seen,
  wanted: Wanted,
  days: { readonly from?: Day; readonly until?: Day },
): Promise<TrackerView> {
  const rows = await everyAction(seen.trx, seen.actor, wanted, { ...days, most: MOST + 1 })
  return { items: await actionRows(rows.slice(0, MOST), seen), more: rows.length > MOST }
}

/** More than a round has: a paper leaves nothing out. */
const MOST_ON_PAPER = 5000

/** The tracker of a round as it is filtered, as a paper; undefined for all but the partnership. */
export async function draftTrackerPaper(
  seen: Seen,
  id: RoundId,
  wanted: Wanted,
  group: Lateness | undefined,
  realNow: RealNow,
): Promise<{ readonly code: string; readonly paper: Paper } | undefined> {
  const { trx, actor, today } = seen
  if (!may.makePapers(actor)) return undefined
  const round = await findRound(trx, id)
  if (!round) return undefined
  const found = await everyAction(trx, actor, { ...wanted, round: id }, { most: MOST_ON_PAPER })
  const rows = await actionRows(found, seen)
  const paper = trackerPaper(group ? rows.filter((row) => row.group === group) : rows, {
    code: round.code,
    theme: round.theme,
    filters: [
      ...(wanted.cut === 'mine' ? ['Mine'] : []),
      ...round.members.filter(({ agency }) => agency === wanted.agency).map(({ name }) => name),
      ...(wanted.reference === undefined ? [] : [`Case ${wanted.reference}`]),
      ...(wanted.source === undefined ? [] : [SOURCE_WORDS[wanted.source]]),
      ...(group === undefined ? [] : [GROUP_WORDS[group]]),
    ],
    madeAt: momentWithYear(await storyNow(trx, realNow)),
    dayInWords: (day) => inWords(day, today),
  })
  return { code: round.code, paper }
}

const GROUP_WORDS: Readonly<Record<Lateness, string>> = {
  'very-late': 'Very late',
  late: 'Late',
  'due-soon': 'Due soon',
  later: 'Later',
  'waiting-for-check': 'Waiting for a check',
  done: 'Done',
}
