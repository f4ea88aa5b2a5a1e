import type { Moment } from '#core/calendar/moment.ts'
import type { PersonId } from '#core/ids.ts'
import type { Meetings } from '#core/meetings/meetings.ts'
import type { Result } from '#core/result.ts'

import type { Furniture, House, PersonRow } from '../house.ts'

/** An example: who there is, and what they do until a newcomer arrives and after. */
export type Story = {
  readonly personas: readonly Persona[]
  readonly startHere: readonly StartHere[]
  readonly furniture: Furniture
  readonly before: readonly Act[]
  readonly after: readonly Act[]
  /** What is said when it stands where the newcomer arrives. */
  readonly stands: string
}

/** A person of the example, what they are, and what a newcomer can try as them. */
export type Persona = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly try: string
  readonly road: PersonRow['road']
}

/** A step of "Start here": it opens as the right person; some things take two. */
export type StartHere = {
  readonly title: string
  readonly text: string
  readonly persona: string
  readonly path: string
}

/** Where a story is played: the house, and the calendar in which panel day is booked. */
export type Stage = { readonly house: House; readonly meetings: Meetings }

/** Whether something was done; otherwise the reason for which it was refused. */
export type Played = Promise<Result<unknown, string>>

/** One act of somebody in the story, at a day and time. */
export type Act = {
  readonly at: Moment
  readonly person: PersonId
  /** What the others would hear of it, in a sentence. */
  readonly sentence: string
  /** Whether somebody else is told of it at once; what comes of all others can wait. */
  readonly isHeard: boolean
  /** False when a newcomer did something else, so that it fits no more. */
  fits(stage: Stage): Promise<boolean>
  play(stage: Stage): Played
}
