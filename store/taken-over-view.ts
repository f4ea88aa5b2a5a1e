import { momentInWords } from '#core/calendar/words.ts'
import { DUTY_ASKS, pathOf } from '#core/duties/words.ts'
import type { PostId } from '#core/ids.ts'
import type { TakenOverView, TakenThing } from '#core/people/views.ts'

import type { Trx } from './database.ts'
import type { Seen } from './seen.ts'
import { takenOver } from './taken-over.ts'
import type { TakenOver } from './taken-over.ts'

/** "What you have taken over": what belongs to each post, as its new holder may see it (decisions.md 30). */
export async function viewTakenOver(seen: Seen): Promise<TakenOverView> {
  const posts: TakenOverView['posts'] = []
  for (const each of await takenOver(seen)) posts.push(await viewPost(seen, each))
  return { posts }
}

type Taken = TakenOverView['posts'][number]

/** A post that is somebody else's until its first day shows nothing but that it will come. */
async function viewPost(seen: Seen, { post, title, before, from }: TakenOver): Promise<Taken> {
  const begun = seen.actor.posts.has(post)
  const told = { id: post, title, before, from, begun }
  const none = { waiting: [], asked: [], actions: [], returns: [], forms: [], meetings: [] }
  if (!begun) return { ...told, ...none }
  const { trx } = seen
  return {
    ...told,
    waiting: await dutiesBy(trx, 'owes_post', post),
    asked: await dutiesBy(trx, 'owed_post', post),
    actions: await actionsBy(trx, post),
    returns: await returnsBy(trx, post),
    forms: await formsBy(trx, post),
    meetings: await meetingsBy(seen, post),
  }
}

/** A post has some dozens of each at most; what is beyond stands in the lists. */
const MOST = 100

async function dutiesBy(trx: Trx, side: 'owes_post' | 'owed_post', post: PostId): Promise<TakenThing[]> {
  const rows = await trx
    .selectFrom('duty')
    .select(['id', 'kind', 'subject_id', 'number', 'reference', 'due_day'])
    .where(side, '=', post)
    .where('closed_at', 'is', null)
    .orderBy('due_day')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map(({ id, kind, subject_id, number, reference, due_day }) => ({
    key: id,
    number,
    reference,
    what: DUTY_ASKS[kind],
    due: due_day,
    path: pathOf(kind, id, subject_id),
  }))
}

async function actionsBy(trx: Trx, post: PostId): Promise<TakenThing[]> {
  const rows = await trx
    .selectFrom('action')
    .select(['id', 'number', 'reference', 'what', 'due_day'])
    .where((e) => e.or([e('owner_post', '=', post), e('raiser_post', '=', post)]))
    .where('state', 'not in', ['confirmed', 'withdrawn'])
    .orderBy('due_day')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map(({ id, number, reference, what, due_day }) => ({
    key: id,
    number,
    reference,
    what,
    due: due_day,
    path: `/actions/${id}`,
  }))
}

async function returnsBy(trx: Trx, post: PostId): Promise<TakenThing[]> {
  const rows = await trx
    .selectFrom('agency_return')
    .innerJoin('round', 'round.id', 'agency_return.round_id')
    .select(['agency_return.id', 'agency_return.reference', 'sign_off_due'])
    .where('round.state', '<>', 'complete')
    .where('scope', '<>', 'out')
    .where((e) =>
      e.or([
        e('lead_post', '=', post),
        e.exists(
          e
            .selectFrom('return_contributor')
            .select('post_id')
            .whereRef('return_id', '=', 'agency_return.id')
            .where('post_id', '=', post),
        ),
      ]),
    )
    .orderBy('agency_return.reference')
    .limit(MOST)
    .execute()
  return rows.map(({ id, reference, sign_off_due }) => ({
    key: id,
    number: '',
    reference,
    what: 'Return',
    due: sign_off_due,
    path: `/returns/${id}`,
  }))
}

async function formsBy(trx: Trx, post: PostId): Promise<TakenThing[]> {
  const rows = await trx
    .selectFrom('form')
    .select(['id', 'reference', 'due_day', 'state', 'lead_post'])
    .where((e) =>
      e.or([e('lead_post', '=', post), e('worker_post', '=', post), e('manager_post', '=', post)]),
    )
    .where('state', '<>', 'closed')
    .orderBy('due_day')
    .limit(MOST)
    .execute()
  return rows
    .filter(({ state, lead_post }) => state !== 'drafted' || lead_post === post)
    .map(({ id, reference, due_day }) => ({
      key: id,
      number: '',
      reference,
      what: 'Close-the-loop form',
      due: due_day,
      path: `/forms/${id}`,
    }))
}

/** Panel days to come on which the post has a seat. */
async function meetingsBy({ trx, today }: Seen, post: PostId): Promise<TakenThing[]> {
  const rows = await trx
    .selectFrom('round')
    .select(['id', 'code', 'meeting_from'])
    .where('state', '=', 'evaluating')
    .where('meeting_from', 'is not', null)
    .where((e) =>
      e.or([
        e('chair_post', '=', post),
        e.exists(
          e
            .selectFrom('round_member')
            .select('lead_post')
            .whereRef('round_id', '=', 'round.id')
            .where('lead_post', '=', post),
        ),
      ]),
    )
    .orderBy('meeting_from')
    .execute()
  return rows.map(({ id, code, meeting_from }) => ({
    key: id,
    number: '',
    reference: code,
    what: meeting_from === null ? 'Panel day' : `Panel day on ${momentInWords(meeting_from, today)}`,
    due: null,
    path: `/rounds/${id}/panel`,
  }))
}
