import type { Day } from '#core/calendar/day.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import type { DutyId, PersonId } from '#core/ids.ts'
import type { UseCase } from '#core/ports.ts'
import type { Result } from '#core/result.ts'

import type { Finder } from './finder.ts'

/** What local mode needs of the house: the server implements it on the store. */
export interface House {
  now(): Promise<Moment>
  /** Only forward; the example is loaded with it, too. */
  setClock(to: Moment): Promise<void>
  run<I, T, R extends string>(
    person: PersonId,
    useCase: UseCase<I, T, R>,
    input: I,
    /** Under a key its effect happens once, whoever asks again. */
    key?: string,
  ): Promise<Result<T, string>>
  /** Whether something was done under that key. */
  wasDone(key: string): Promise<boolean>
  readonly find: Finder
  /** Sweeps and delivers until nothing is due. */
  settle(): Promise<void>
  /** Writes the partnership, its people, posts and cases in the place of all that was there. */
  furnish(furniture: Furniture): Promise<void>
  /** Until this is called, a killed loading is begun afresh at the next start. */
  finishFurnishing(): Promise<void>
  isFurnished(): Promise<boolean>
  openDuty(actionNumber: string): Promise<{ readonly id: DutyId; readonly kind: DutyKind } | undefined>
  nextPromptAt(): Promise<Moment | undefined>
  personas(): Promise<readonly PersonRow[]>
}

export type PersonRow = {
  readonly id: string
  readonly name: string
  readonly road: 'teams' | 'mail' | 'both'
  readonly mail: string
  readonly tenant_id: string
  readonly aad_id: string
}

/** The rows of a partnership before its first action. */
export type Furniture = {
  readonly partnership: {
    readonly name: string
    readonly contact_name: string
    readonly contact_phone: string
  }
  readonly agency: readonly { readonly id: string; readonly name: string }[]
  readonly person: readonly PersonRow[]
  readonly evaluation_case: readonly {
    readonly id: string
    readonly reference: string
    readonly round: string
  }[]
  readonly child_identity: readonly { readonly case_id: string; readonly name: string; readonly born: Day }[]
  readonly post: readonly {
    readonly id: string
    readonly kind: string
    readonly title: string
    readonly agency_id: string | null
    readonly case_id: string | null
  }[]
  readonly post_holding: readonly {
    readonly post_id: string
    readonly person_id: string
    readonly from_day: Day
    readonly to_day: Day | null
    readonly held_as: 'holder' | 'deputy'
  }[]
}
