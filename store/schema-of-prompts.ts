import type { Generated } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { DutyId, IncidentId, MessageId, PersonId, PostId } from '#core/ids.ts'
import type { ClockStep } from '#core/incidents/clock.ts'
import type { OverviewKind } from '#core/prompts/overview.ts'

/** What is told to whom, by which rules, and what each person set for themselves. */
export type SchemaOfPrompts = {
  prompt: {
    duty_id: DutyId
    step: string
    due_day: Day
    post_id: PostId
    held_as: 'holder' | 'deputy'
    stands_for: string[]
    fired_at: Moment
    message_id: MessageId | null
    /** Why nothing was sent though somebody holds the post. */
    held_back: Generated<'away' | 'muted' | null>
  }
  message: MessageTable
  prompt_policy: { version: number; policy: unknown; changed_by: PersonId; changed_at: Moment }
  prompt_planned: { one: number; version: number }
  person_setting: {
    person_id: PersonId
    version: number
    mute_early: boolean
    mute_overviews: boolean
    away_from: Day | null
    away_to: Day | null
  }
  overview: { kind: OverviewKind; person_id: PersonId; day: Day; message_id: MessageId | null }
  incident_prompt: {
    incident_id: IncidentId
    step: ClockStep
    person_id: PersonId
    message_id: MessageId
    at: Moment
  }
  overview_day: { kind: OverviewKind; day: Day }
}

export type MessageTable = {
  id: MessageId
  number: Generated<number>
  person_id: PersonId
  road: 'teams' | 'mail'
  /** A mail that says the same as another message: its prompts are that one's. */
  twin_of: MessageId | null
  state: 'intent' | 'claimed' | 'sending' | 'sent' | 'refused' | 'unconfirmed' | 'not-needed'
  story_at: Moment
  copies: Generated<number>
  attempts: Generated<number>
  fence: Generated<number>
  lease_until: Moment | null
  next_try_at: Moment | null
  activity_id: string | null
  why: string | null
  settled_at: Moment | null
  /** Told at once, also outside working hours. */
  at_any_hour: Generated<boolean>
}
