import type { Moment } from '../calendar/moment.ts'
import type { Entry } from '../chronology/entry.ts'
import type { Round } from '../round/round.ts'

/** What of its round a return is written by: the method with its questions, and the first day. */
export type RoundFrame = Pick<Round, 'id' | 'code' | 'theme' | 'method' | 'start'>

/** Who wrote something last, and when. */
type Hand = { readonly by: string; readonly at: Moment }

export type WrittenEntry = Hand & { readonly entry: Entry }
export type WrittenAnswer = Hand & { readonly field: string; readonly text: string; readonly version: number }

/** What an agency wrote in its return. */
export type WrittenIn = {
  readonly entries: readonly WrittenEntry[]
  readonly answers: readonly WrittenAnswer[]
}
