import { dayOf, timeOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { inWords } from '../calendar/words.ts'
import type { RoundId } from '../ids.ts'

/** A meeting in a calendar and in a mail: its title names nobody. */
export const MEETINGS = {
  'panel-day': { title: 'Panel day', name: 'panel day' },
  'close-the-loop': { title: 'Close-the-loop meeting', name: 'a close-the-loop meeting' },
} as const
export type MeetingKind = keyof typeof MEETINGS

/** "Panel day, round N-2018-2". */
export function meetingTitle({ kind, round }: { kind: MeetingKind; round: { code: string } }): string {
  return `${MEETINGS[kind].title}, round ${round.code}`
}

/** "Wednesday 6 June, 09:30 to 16:30". */
export function meetingWhen({ from, to }: { from: Moment; to: Moment }): string {
  const on = dayOf(from)
  return `${inWords(on, on)}, ${timeOf(from)} to ${timeOf(to)}`
}

/** Where it leads in the product. */
export function meetingPath({ path, round }: { path?: string; round: { id: RoundId } }): string {
  return path ?? `/rounds/${round.id}/panel`
}
