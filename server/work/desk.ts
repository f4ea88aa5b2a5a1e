import type { Desk, DutyCard } from '#bot/desk.ts'
import { answerDuty } from '#core/actions/answer-duty.ts'
import { dayOf } from '#core/calendar/moment.ts'
import { answerFormDuty } from '#core/close-the-loop/answer-form.ts'
import { formOfTime } from '#core/close-the-loop/take-time.ts'
import { pathOf } from '#core/duties/words.ts'
import { answerEscalationDuty } from '#core/escalation/answer-escalation.ts'
import { raiseEscalation } from '#core/escalation/raise-escalation.ts'
import type { RaiseEscalationRefused } from '#core/escalation/raise-escalation.ts'
import type { DutyId, FormId, PersonId } from '#core/ids.ts'
import type { Meetings } from '#core/meetings/meetings.ts'
import { may } from '#core/people/may.ts'
import type { UseCase } from '#core/ports.ts'
import type { Result } from '#core/result.ts'
import { findAccount, findAddress, findServiceUrl, hasRemovedApp, saveAddress } from '#store/addresses.ts'
import { cardNotTheirs } from '#store/card-not-theirs.ts'
import { storyNow } from '#store/clock.ts'
import { findDutyFor, letterItem, receiptSentences, waitingItems } from '#store/duty-views.ts'
import type { FoundDuty } from '#store/duty-views.ts'
import { viewEscalationOptions } from '#store/escalation-views.ts'
import { formItem, slotsOf, workersDutyOf } from '#store/form-views.ts'
import { isFirst, wasHandled } from '#store/handled.ts'
import { closingOf } from '#store/lists.ts'
import { arrived } from '#store/outbox.ts'
import { findActor, findPersonByEntraId } from '#store/people.ts'
import { pressTooLate } from '#store/press-too-late.ts'
import { run } from '#store/run.ts'
import type { RunRefused } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import type { Seen } from '#store/seen.ts'
import { namesOf } from '#store/views.ts'

import { PROBLEMS } from '../problems/problems.ts'
import { aroundNow } from './deliver.ts'
import { takeTime } from './loop-meeting.ts'

/** The house as the bot asks it: every question as the person who pressed, in a transaction of their own. */
export function deskOf(running: Running, home: string, meetings: Meetings): Desk {
  const { database, realNow } = running
  const look = <T>(person: PersonId, work: (seen: Seen) => Promise<T>): Promise<T | undefined> =>
    database.transact({ as: 'web', person }, async (trx) => {
      const today = dayOf(await storyNow(trx, realNow))
      const actor = await findActor(trx, person, today)
      return actor && work({ trx, actor, today })
    })
  /** The answer of the press; one that came too late is written down. */
  const inTime = async <R extends Result<unknown, string>>(
    person: PersonId,
    duty: string,
    key: string,
    result: R,
  ): Promise<R> => {
    const id = duty as DutyId
    // Of two presses at once the second may be refused for what the first has changed: the duty says which it is.
    const isLate = !result.ok && (await look(person, (seen) => wasAnswered(seen, id))) === true
    if (isLate) await pressTooLate(running, { person, id: key }, id)
    return result
  }
  const press = async <A, T, R extends string>(
    person: PersonId,
    duty: string,
    key: string,
    useCase: UseCase<{ readonly duty: DutyId; readonly answer: A }, T, R>,
    answer: A,
  ) => {
    const request = { person, channel: 'card', id: key, key: `card:${person}:${key}` } as const
    return inTime(person, duty, key, await run(running, request, useCase, { duty: duty as DutyId, answer }))
  }
  return {
    personOf: ({ tenantId, aadId }) =>
      database.transact({ as: 'web', person: null }, (trx) => findPersonByEntraId(trx, tenantId, aadId)),
    around: () => aroundNow(running, home),
    duty: (person, duty) => look(person, (seen) => dutyCard(seen, duty as DutyId)),
    notTheirs: (person, duty, key) => cardNotTheirs(running, { person, id: key }, duty),
    waiting: async (person) => (await look(person, waitingItems)) ?? [],
    answer: (person, duty, answer, key) => press(person, duty, key, answerDuty, answer),
    answerForm: (person, duty, answer, key) => press(person, duty, key, answerFormDuty, answer),
    async takeTime(person, duty, from, key) {
      const request = { person, channel: 'card', id: key, key: `card:${person}:${key}` } as const
      const form = await run(running, { ...request, key: null }, formOfTime, { duty: duty as DutyId })
      if (!form.ok) return inTime(person, duty, key, form)
      return inTime(person, duty, key, await takeTime(running, meetings, request, { form: form.value, from }))
    },
    answerEscalation: (person, duty, answer, key) => press(person, duty, key, answerEscalationDuty, answer),
    raising: (person) =>
      look(person, async (seen) =>
        may.raiseEscalation(seen.actor) ? viewEscalationOptions(seen) : undefined,
      ),
    async raise(person, said, key) {
      const request = { person, channel: 'card', id: key, key: `raise:${person}:${key}` } as const
      const raised = await run(running, request, raiseEscalation, said)
      return raised.ok ? raised : { ok: false, says: saysNo(raised.reason) }
    },
    arrived: (person, number) => arrived(running, number, person),
    wasHandled: (person, activity) => wasHandled(running, person, activity),
    isFirst: (person, activity) => isFirst(running, person, activity),
    addressOf: (person) => findAddress(running, person),
    hasRemoved: (person) => hasRemovedApp(running, person),
    accountOf: (person) => findAccount(running, person),
    serviceUrlOf: (tenantId) => findServiceUrl(running, tenantId),
    installed: (person, address) => saveAddress(running, person, { ...address, installed: true }),
    uninstalled: (person) => saveAddress(running, person, { installed: false }),
  }
}

/** A refusal as the tab says it; a card that raised a concern raises no other. */
function saysNo(reason: RaiseEscalationRefused | RunRefused): string {
  if (reason === 'key-was-used')
    return 'A concern was raised with this card already. Type “raise a concern” for a new card.'
  const { title, detail } = PROBLEMS[reason]
  return `${title}. ${detail}`
}

/** Whether a duty that this person may see has been answered. */
async function wasAnswered(seen: Seen, id: DutyId): Promise<boolean> {
  return (await findDutyFor(seen, id)) !== undefined && (await closingOf(seen.trx, id)) !== undefined
}

async function dutyCard(seen: Seen, id: DutyId): Promise<DutyCard | undefined> {
  const found = await findDutyFor(seen, id)
  if (!found) return undefined
  const closing = await closingOf(seen.trx, id)
  if (!closing) return owedCard(seen, found)
  const next = await nextOfForm(seen, found)
  if (next) return owedCard(seen, next)
  return {
    state: 'answered',
    kind: found.row.kind,
    path: pathOf(found.row.kind, id, found.row.subject_id),
    reference: found.row.reference,
    number: found.row.number,
    sentences: receiptSentences(closing, seen.actor, seen.today),
  }
}

async function owedCard(seen: Seen, found: FoundDuty): Promise<DutyCard> {
  const { row } = found
  const names = await namesOf(seen, [row.owes_post, row.owed_post])
  const item = letterItem(found, names, seen.actor)
  const form =
    item.yours && row.subject_kind === 'form' ? await formItem(seen, row.subject_id as FormId) : undefined
  if (row.kind === 'choose-meeting')
    return { state: 'owed', item: { ...item, slots: await slotsOf(seen, row.subject_id as FormId) } }
  return { state: 'owed', item: form ? { ...item, form } : item }
}

/** The worker who has read a form writes in it next, or reads it anew: the card of the one leads on to the other. */
async function nextOfForm(seen: Seen, { row }: FoundDuty): Promise<FoundDuty | undefined> {
  if (row.kind !== 'see-form' && row.kind !== 'write-form') return undefined
  const open = await workersDutyOf(seen, row.subject_id as FormId)
  return open && findDutyFor(seen, open)
}
