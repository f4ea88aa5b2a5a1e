/** How long a reply may take: working days, a day that is set for each escalation, or not known yet. */
export type ReplyWithin = number | 'day-set' | 'to-be-filled'

/** One rung: who speaks to whom, until when an answer is owed, and whether the partnership's office is told. */
export type Rung = {
  readonly name: string
  readonly between: string
  readonly reply: ReplyWithin
  readonly tellsOffice: boolean
}

/** A procedure for disagreements as data. An escalation keeps the one under which it was raised. */
export type Ladder = {
  readonly id: string
  readonly schemaVersion: 1
  readonly name: string
  /** Where its times come from, in words for people. */
  readonly source: string
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
