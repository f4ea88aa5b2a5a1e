import { randomUUID } from 'node:crypto'

import type { Moment } from '#core/calendar/moment.ts'
import type { MessageId, PersonId } from '#core/ids.ts'
import type { Road } from '#core/people/post.ts'

import { itself } from './author.ts'
import { record } from './commit.ts'
import type { Trx } from './database.ts'

type Reader = { readonly person: PersonId; readonly road: Road | null; readonly atAnyHour?: boolean }

/** A message that is to go to somebody, with its twin by mail for who wants both roads. Gives back the first. */
export async function newMessage(
  trx: Trx,
  { person, road, atAnyHour = false }: Reader,
  now: Moment,
): Promise<MessageId> {
  const first = {
    id: newMessageId(),
    road: road === 'teams' || road === 'both' ? ('teams' as const) : ('mail' as const),
    twin_of: null,
  }
  const twin = { id: newMessageId(), road: 'mail' as const, twin_of: first.id }
  const messages = road === 'both' ? [first, twin] : [first]
  await trx
    .insertInto('message')
    .values(
      messages.map((each) => ({
        ...each,
        person_id: person,
        state: 'intent',
        story_at: now,
        at_any_hour: atAnyHour,
      })),
    )
    .execute()
  const due = messages.map(({ id }) => ({ kind: 'message-due', message: id }) as const)
  await record(trx, itself(now), due)
  return first.id
}

export function newMessageId(): MessageId {
  return randomUUID() as string as MessageId
}
