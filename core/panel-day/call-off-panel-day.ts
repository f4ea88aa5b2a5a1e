import type { RoundId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'

export type CallOffPanelDayRefused =
  | 'no-such-round'
  | 'not-yours-to-book'
  | 'panel-day-is-not-open'
  | 'nothing-is-booked'
  | 'changed-meanwhile'

/**
 * The meeting that was booked for panel day does not take place: it leaves the calendars of all who were invited. Its
 * day stays the round's; it can be booked again.
 */
export async function callOffPanelDay(
  { reads, actor }: Deps,
  { round: id, version }: { readonly round: RoundId; readonly version?: number },
): Outcome<{ version: number }, CallOffPanelDayRefused> {
  const round = await reads.round(id)
  if (!round || !may.seeRound(actor, round)) return refused('no-such-round')
  if (!may.runRound(actor)) return refused('not-yours-to-book')
  if (round.state !== 'evaluating' || !may.bookPanelDay(actor, round)) return refused('panel-day-is-not-open')
  if (version !== undefined && version !== round.version) return refused('changed-meanwhile')
  if (!round.meeting) return refused('nothing-is-booked')
  const { from, to, eventId } = round.meeting
  return ok({
    value: { version: round.version + 1 },
    writes: [
      {
        kind: 'meeting-ended',
        meeting: { kind: 'panel-day', round: { id, code: round.code }, eventId, from, to },
      },
    ],
    changes: [{ kind: 'round', round: { ...round, meeting: null, calledOff: round.calledOff + 1 } }],
    happened: [{ kind: 'done', on: { kind: 'round', id }, deed: 'called-off-panel-day', post: null }],
  })
}
