import { sql } from 'kysely'

import type { Climb } from '#core/actions/action.ts'
import type { Day } from '#core/calendar/day.ts'
import type { CaseId, DutyId, PostId } from '#core/ids.ts'
import type { Actor } from '#core/people/post.ts'
import type { ChoosablePost, OwedDuty, Reads } from '#core/ports.ts'
import type { Subject } from '#core/subject.ts'

import { accessReadsOf } from './access.ts'
import { findAction, findActionNumbered } from './actions.ts'
import { findDetails } from './case-details.ts'
import { findCaseFile, findFilesOf } from './case-files.ts'
import { findActionsOf, findHolders, findPersonWithMail, knowsPerson } from './case-reads.ts'
import { findSentChronologies } from './chronology-reads.ts'
import { findCollation, findCollationsOf } from './collations.ts'
import type { Trx } from './database.ts'
import { escalationReads } from './escalation-reads.ts'
import { findForm, findFormOf } from './forms.ts'
import { isUndelivered } from './given-up.ts'
import { incidentReadsOf } from './incidents.ts'
import { findSampleOf } from './involvement-reads.ts'
import { partnershipReadsOf } from './partnership.ts'
import { postNames } from './people.ts'
import { findPromptPolicy } from './prompt-policy.ts'
import { findRepliesOf, findReply } from './replies.ts'
import { returnReads } from './return-reads.ts'
import { findReturn, findReturnsOf } from './returns.ts'
import { roundReadsOf } from './round-reads.ts'
import { findRound } from './rounds.ts'
import { seatReadsOf } from './seat-reads.ts'
import { findSettings } from './settings.ts'
import { supervisionReadsOf } from './supervision.ts'

/** What use cases read: queries only. Each joins on what the actor holds today; the policies stand behind. */
export function readsOf(trx: Trx, actor: Actor, today: Day): Reads {
  const mine = [...actor.posts]
  return {
    action: (id) => findAction(trx, id),
    actionNumbered: (number) => findActionNumbered(trx, number),
    duty: (id) => findDuty(trx, id, mine),
    async case(id) {
      return trx
        .selectFrom('evaluation_case')
        .select(['id', 'reference', 'round'])
        .where('id', '=', id)
        .executeTakeFirst()
    },
    async caseWithReference(reference) {
      const row = await trx
        .selectFrom('evaluation_case')
        .select('id')
        .where('reference', '=', reference.trim())
        .executeTakeFirst()
      return row?.id
    },
    round: (id) => findRound(trx, id),
    rounds: roundReadsOf(trx, today),
    seats: seatReadsOf(trx, today),
    access: accessReadsOf(trx, today),
    partnership: partnershipReadsOf(trx, today),
    supervision: supervisionReadsOf(trx, actor, today),
    incidents: incidentReadsOf(trx),
    reply: (id) => findReply(trx, id),
    repliesOf: (id) => findRepliesOf(trx, id),
    sampleOf: (id) => findSampleOf(trx, id),
    caseFile: (id) => findCaseFile(trx, id),
    filesOf: (id) => findFilesOf(trx, id),
    return: (id) => findReturn(trx, id),
    returnsOf: (id) => findReturnsOf(trx, id),
    ...returnReads(trx, actor, today),
    collation: (id) => findCollation(trx, id),
    collationsOf: (id) => findCollationsOf(trx, id),
    sentChronologies: (id) => findSentChronologies(trx, id),
    form: (id) => findForm(trx, id),
    escalations: escalationReads(trx, actor, today),
    formOf: (id) => findFormOf(trx, id),
    async childOf(id) {
      const last = (await findDetails(trx, id)).at(-1)
      return last && { name: last.name, born: last.born }
    },
    detailsOf: (id) => findDetails(trx, id),
    holdersOf: (posts) => findHolders(trx, posts, today),
    knowsPerson: (id) => knowsPerson(trx, id),
    settingsOf: (id) => findSettings(trx, id),
    promptPolicy: () => findPromptPolicy(trx),
    personWithMail: (mail) => findPersonWithMail(trx, mail),
    actionsOf: (id) => findActionsOf(trx, id),
    posts: (of) => choosablePosts(trx, of, today),
    climbOf: (owner, of) => climbOf(trx, owner, of),
    async nextActionNumber() {
      const { rows } = await sql<{ n: number }>`select nextval('action_number') as n`.execute(trx)
      return `A${rows[0]?.n ?? 0}`
    },
    async paused() {
      const rows = await trx.selectFrom('paused_reference').select('reference').execute()
      return new Set(rows.map(({ reference }) => reference))
    },
    async holders(posts) {
      const { n } = await trx
        .selectFrom('post_holding')
        .select((e) => e.fn.count<number>('person_id').distinct().as('n'))
        .where('post_id', 'in', [...posts])
        .where('held_as', '=', 'holder')
        .where('from_day', '<=', today)
        .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', today)]))
        .executeTakeFirstOrThrow()
      return n
    },
    isUndelivered: (id) => isUndelivered(trx, id),
    async lateActions(day) {
      const rows = await trx
        .selectFrom('action')
        .select('id')
        .where('due_day', '<', day)
        .where('state', 'in', ['open', 'more-time-asked', 'questioned'])
        .where((e) => e.or([e('rests_until', 'is', null), e('rests_until', '<=', day)]))
        .orderBy('due_day')
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}

async function findDuty(trx: Trx, id: DutyId, mine: readonly PostId[]): Promise<OwedDuty | undefined> {
  if (mine.length === 0) return undefined
  const row = await trx
    .selectFrom('duty')
    .select(['subject_kind', 'subject_id', 'owes_post as owes', 'closed_at'])
    .where('duty.id', '=', id)
    .where((e) =>
      e.exists(
        e
          .selectFrom('concern')
          .select('post_id')
          .whereRef('concern.subject_id', '=', 'duty.subject_id')
          .where('post_id', 'in', mine),
      ),
    )
    .executeTakeFirst()
  if (!row) return undefined
  const subject = { kind: row.subject_kind, id: row.subject_id } as Subject
  return { subject, owes: row.owes, closed: row.closed_at !== null }
}

/** Lead persons of the case's round, the case's own worker, and the QA manager, who raises what the panel raised. */
export async function choosablePosts(trx: Trx, of: CaseId, today: Day): Promise<readonly ChoosablePost[]> {
  const rows = await postsBeside(trx, of)
    .select(['post.id', 'post.agency_id'])
    .where((e) =>
      e.or([
        e('kind', '=', 'qa-manager'),
        e.and([e('kind', '=', 'lead-person'), ofTheRound]),
        e.and([e('kind', '=', 'allocated-worker'), e('post.case_id', '=', of)]),
      ]),
    )
    .orderBy('title')
    .execute()
  const names = await postNames(
    trx,
    rows.map(({ id }) => id),
    today,
  )
  return rows.map(({ id, agency_id }) => ({
    id,
    agency: agency_id,
    title: names.get(id)?.title ?? '',
    holder: names.get(id)?.holder ?? null,
  }))
}

/** To whom lateness climbs: the lead person of the owner's agency in that round, the manager of the case's worker. */
async function climbOf(trx: Trx, owner: PostId, of: CaseId): Promise<Climb | undefined> {
  const post = await trx.selectFrom('post').selectAll().where('id', '=', owner).executeTakeFirst()
  if (!post?.agency_id) return undefined
  const posts = await postsBeside(trx, of)
    .select(['post.id', 'kind'])
    .where((e) =>
      e.or([
        e('kind', 'in', ['qa-manager', 'business-manager']),
        e.and([e('kind', '=', 'lead-person'), e('agency_id', '=', post.agency_id), ofTheRound]),
        e.and([
          e('kind', '=', 'supervising-manager'),
          e('agency_id', '=', post.agency_id),
          e('post.case_id', '=', of),
        ]),
      ]),
    )
    .execute()
  const the = (kind: string): PostId | undefined => posts.find((row) => row.kind === kind)?.id
  const [leadPerson, qaManager, businessManager] = [
    the('lead-person'),
    the('qa-manager'),
    the('business-manager'),
  ]
  if (!leadPerson || !qaManager || !businessManager) return undefined
  const manager = post.kind === 'allocated-worker' ? (the('supervising-manager') ?? null) : null
  return { leadPerson, manager, qaManager, businessManager }
}

/** All posts, each beside the case: a lead person has a post in each round. */
function postsBeside(trx: Trx, of: CaseId) {
  return trx.selectFrom('post').innerJoin('evaluation_case', (join) => join.on('evaluation_case.id', '=', of))
}

/** Cases that belong to no round have the lead persons who belong to none. */
const ofTheRound = sql<boolean>`post.round_id is not distinct from evaluation_case.round_id`
