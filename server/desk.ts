import type { Desk, DutyCard } from '#bot/desk.ts'
import { answerDuty } from '#core/actions/answer-duty.ts'
import { dayOf } from '#core/calendar/moment.ts'
import type { DutyId, PersonId } from '#core/ids.ts'
import { findAddress, saveAddress } from '#store/addresses.ts'
import { storyNow } from '#store/clock.ts'
import { findDutyFor, letterItem, receiptSentences, waitingItems } from '#store/duty-views.ts'
import { closingOf } from '#store/lists.ts'
import { arrived } from '#store/outbox.ts'
import { findActor, findPersonByEntraId } from '#store/people.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/run.ts'
import type { Seen } from '#store/views.ts'
import { namesOf } from '#store/views.ts'

import { aroundNow } from './deliver.ts'

/** The house as the bot asks it: every question as the person who pressed, in a transaction of their own. */
export function deskOf(running: Running, home: string): Desk {
  const { database, realNow } = running
  const look = <T>(person: PersonId, work: (seen: Seen) => Promise<T>): Promise<T | undefined> =>
    database.transact({ as: 'web', person }, async (trx) => {
      const today = dayOf(await storyNow(trx, realNow))
      const actor = await findActor(trx, person, today)
      return actor && work({ trx, actor, today })
    })
  return {
    personOf: ({ tenantId, aadId }) =>
      database.transact({ as: 'web', person: null }, (trx) => findPersonByEntraId(trx, tenantId, aadId)),
    around: () => aroundNow(running, home),
    duty: (person, duty) => look(person, (seen) => dutyCard(seen, duty as DutyId)),
    waiting: async (person) => (await look(person, waitingItems)) ?? [],
    answer: (person, duty, answer, key) =>
      run(running, { person, channel: 'card', id: key, key: `card:${person}:${key}` }, answerDuty, {
        duty: duty as DutyId,
        answer,
      }),
    arrived: (person, number) => arrived(running, number, person),
    addressOf: (person) => findAddress(running, person),
    installed: (person, address) => saveAddress(running, person, { ...address, installed: true }),
    uninstalled: (person) => saveAddress(running, person, { installed: false }),
  }
}

async function dutyCard(seen: Seen, id: DutyId): Promise<DutyCard | undefined> {
  const found = await findDutyFor(seen, id)
  if (!found) return undefined
  const closing = await closingOf(seen.trx, id)
  if (!closing) {
    const names = await namesOf(seen, [found.row.owes_post, found.row.owed_post])
    return { state: 'owed', item: letterItem(found, names, seen.actor) }
  }
  return {
    state: 'answered',
    duty: id,
    reference: found.row.reference,
    number: found.action.number,
    sentences: receiptSentences(closing, seen.actor, seen.today),
  }
}
