import { dayOf, timeOf } from '../calendar/moment.ts'
import { inWords } from '../calendar/words.ts'
import type { Booking } from './meetings.ts'

/** A meeting in a calendar and in a mail: its title names nobody. */
export const MEETINGS = {
  'panel-day': { title: 'Panel day', name: 'panel day' },
  'close-the-loop': { title: 'Close-the-loop meeting', name: 'a close-the-loop meeting' },
} as const

/** "Panel day, round N-2018-2". */
export function meetingTitle({ kind, round }: { kind: Booking['kind']; round: { code: string } }): string {
  return `${MEETINGS[kind].title}, round ${round.code}`
}

/** "Wednesday 6 June, 09:30 to 16:30". */
export function meetingWhen({ from, to }: Pick<Booking, 'from' | 'to'>): string {
  const on = dayOf(from)
  return `${inWords(on, on)}, ${timeOf(from)} to ${timeOf(to)}`
}

/** Where it leads in the product. */
export function meetingPath({ path, round }: Pick<Booking, 'path' | 'round'>): string {
  return path ?? `/rounds/${round.id}/panel`
}
