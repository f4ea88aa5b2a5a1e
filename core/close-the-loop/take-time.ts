import type { Moment } from '../calendar/moment.ts'
import type { DutyId, FormId } from '../ids.ts'
import type { Booked, Booking } from '../meetings/meetings.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { AnsweredForm } from './answer-form.ts'
import type { Slot } from './beside.ts'
import { slotOf } from './decide-beside.ts'
import type { BesideRefused } from './decide-beside.ts'
import type { Form } from './form.ts'

/** `no-such-form` is also the answer to everyone whom it does not concern: the two look the same. */
export type TakeTimeRefused = BesideRefused | 'no-such-form' | 'not-yours-to-answer' | 'changed-meanwhile'

type Said = { readonly form: FormId; readonly from: Moment; readonly version?: number }

/**
 * The meeting that the worker's choice books, and who is invited: lead person, worker and manager, nobody else.
 * Changes nothing: the calendar is asked between this and `recordTime`, outside a transaction.
 */
export async function planTime(deps: Deps, said: Said): Outcome<Booking, TakeTimeRefused> {
  const planned = await plan(deps, said, true)
  if (!planned.ok) return planned
  const { form, slot } = planned.value
  const of = await deps.reads.case(form.case)
  if (!of) return refused('no-such-form')
  const people = await deps.reads.holdersOf([form.lead, form.worker, form.manager])
  const attendees = people.filter(
    ({ person }, place) => people.findIndex((each) => each.person === person) === place,
  )
  return ok({
    value: {
      id: meetingIdOf(form, slot),
      ...(form.meeting?.state === 'booked' && { eventId: form.meeting.eventId }),
      kind: 'close-the-loop',
      round: { id: form.round, code: of.round },
      path: `/forms/${form.id}`,
      ...slot,
      attendees: attendees.map(({ person, name, mail, account }) => ({ person, name, mail, account })),
      hosts: people.filter(({ post }) => post === form.lead).map(({ person }) => person),
    },
    changes: [],
    happened: [],
  })
}

/** Another time is another meeting: each is taken out of the calendars by itself, whenever that comes. */
function meetingIdOf({ id, proposals }: Form, { from }: Slot): string {
  return `close-the-loop-${id}-${proposals}-${from.replaceAll(/\D/g, '')}`
}

/** Records the meeting that the calendar has by now. */
export async function recordTime(deps: Deps, said: Said & Booked): Outcome<AnsweredForm, TakeTimeRefused> {
  const planned = await plan(deps, said, false)
  if (!planned.ok) return planned
  const { form, slot } = planned.value
  const of = await deps.reads.case(form.case)
  if (!of) return refused('no-such-form')
  const round = { id: form.round, code: of.round }
  const stands = { id: meetingIdOf(form, slot), kind: 'close-the-loop', round, ...slot } as const
  return ok({
    value: { form: form.id, version: form.version + 1 },
    writes: [{ kind: 'meeting-stands', meeting: stands }],
    changes: [
      {
        kind: 'form',
        form: {
          ...form,
          meeting: { state: 'booked', eventId: said.eventId, joinUrl: said.joinUrl, ...slot },
        },
      },
    ],
    happened: [
      {
        kind: 'done',
        on: { kind: 'form', id: form.id },
        deed: 'took-meeting-time',
        post: form.worker,
      },
    ],
  })
}

/** Whether the form has the meeting under this name by now: what was booked for nothing leaves the calendars. */
export async function hasMeeting(
  { reads }: Deps,
  { form: id, eventId }: { readonly form: FormId; readonly eventId: string },
): Outcome<boolean, never> {
  const meeting = (await reads.form(id))?.meeting
  const value = meeting?.state === 'booked' && meeting.eventId === eventId
  return ok({ value, changes: [], happened: [] })
}

/** The form that a card's duty points to, when the duty is still open and a time is what it asks for. */
export async function formOfTime(
  { reads }: Deps,
  { duty: id }: { readonly duty: DutyId },
): Outcome<FormId, 'no-such-duty' | 'already-answered'> {
  const duty = await reads.duty(id)
  if (duty?.subject.kind !== 'form') return refused('no-such-duty')
  if (duty.closed) return refused('already-answered')
  return ok({ value: duty.subject.id, changes: [], happened: [] })
}

/** A request that is sent again finds its own meeting: it is not stale, and books nothing else. */
type Planned = { readonly form: Form; readonly slot: Slot }

async function plan(
  { reads, actor, now }: Deps,
  { form: id, from, version }: Said,
  again: boolean,
): Promise<Result<Planned, TakeTimeRefused>> {
  const form = await reads.form(id)
  if (!form || !may.seeForm(actor, form)) return refused('no-such-form')
  if (!actor.posts.has(form.worker)) return refused('not-yours-to-answer')
  const { meeting } = form
  if (again && meeting?.state === 'booked' && meeting.from === from)
    return ok({ form, slot: { from, to: meeting.to } })
  if (version !== undefined && version !== form.version) return refused('changed-meanwhile')
  if (form.question) return refused('question-is-open')
  if (form.state === 'closed') return refused('form-is-closed')
  const slot = slotOf(form, from, now)
  return slot.ok ? ok({ form, slot: slot.value }) : slot
}
