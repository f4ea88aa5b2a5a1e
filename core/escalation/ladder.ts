/** How long a reply may take: working days, hours, a day that is set for each escalation, or not known yet. */
export type ReplyWithin = number | { readonly hours: number } | 'day-set' | 'to-be-filled'

/** One rung: who speaks to whom, until when an answer is owed, and whether the partnership's office is told. */
export type Rung = {
  readonly name: string
  readonly between: string
  readonly reply: ReplyWithin
  readonly tellsOffice: boolean
  /** What the partnership's own procedure says about it; empty when nothing. */
  readonly says: string
}

/** A procedure for disagreements as data. An escalation keeps the one under which it was raised. */
export type Ladder = {
  readonly id: string
  readonly schemaVersion: 1
  /** Counts the partnership's own changes; 0 as it came with the product. */
  readonly version: number
  readonly name: string
  /** Where its times come from, in words for people. */
  readonly source: string
  /** Working days of waiting for a meeting or panel after which the raiser is asked whether to step up now. */
  readonly stepUpAfter: number
  readonly rungs: readonly Rung[]
}

/** A ladder whose times are not all known carries no escalation: nobody would know when an answer is late. */
export function isUsable({ rungs }: Ladder): boolean {
  return rungs.length > 0 && rungs.every(({ reply }) => reply !== 'to-be-filled')
}

/** The rung after this one (counted from 0); at the top the last one is used again. */
export function nextRung({ rungs }: Ladder, rung: number): number {
  return Math.min(rung + 1, rungs.length - 1)
}
