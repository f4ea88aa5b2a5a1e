import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import type { CaseId, PostId, RoundId } from '#core/ids.ts'
import type { Actor } from '#core/people/post.ts'
import type { Adult, ListedCase } from '#core/round/long-list.ts'
import type { RoundReads, Spoken } from '#core/round/reads.ts'
import type { Offices } from '#core/round/round.ts'

import { findHolders } from './case-reads.ts'
import type { Trx } from './database.ts'
import { readText } from './free-text.ts'
import { kindsOwedIn } from './of-round.ts'
import { findSchoolHolidays } from './school-holidays.ts'

/** What rounds are set up from, seen by the person whose transaction this is. */
export function roundReadsOf(trx: Trx, today: Day): RoundReads {
  return {
    offices: () => findOffices(trx),
    agencies: () => trx.selectFrom('agency').select(['id', 'name']).orderBy('name').execute(),
    people: () => trx.selectFrom('person').select(['id', 'mail']).execute(),
    async spoken() {
      // Two who set up a round at once would be told the same number.
      await sql`select pg_advisory_xact_lock(hashtext('round codes'))`.execute(trx)
      return findSpoken(trx)
    },
    holdersOf: async (posts) =>
      new Map((await findHolders(trx, posts, today)).map(({ post, person }) => [post, person])),
    owedIn: (round) => kindsOwedIn(trx, round),
    schoolHolidays: () => findSchoolHolidays(trx),
    longList: (round) => findLongList(trx, round),
  }
}

/** Whether some round concerns a post that the person holds. */
export async function isInARound(trx: Trx, { posts }: Actor): Promise<boolean> {
  if (posts.size === 0) return false
  const row = await trx
    .selectFrom('round')
    .innerJoin('concern', 'concern.subject_id', 'round.id')
    .select('round.id')
    .where('concern.post_id', 'in', [...posts])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function findOffices(trx: Trx): Promise<Offices | undefined> {
  const rows = await trx
    .selectFrom('post')
    .select(['id', 'kind'])
    .where('kind', 'in', ['business-manager', 'qa-manager', 'panel-chair'])
    .execute()
  const the = (kind: string): PostId | undefined => rows.find((row) => row.kind === kind)?.id
  const [businessManager, qaManager, chair] = [the('business-manager'), the('qa-manager'), the('panel-chair')]
  return businessManager && qaManager && chair ? { businessManager, qaManager, chair } : undefined
}

/** Codes and letters that were given once, also to cases of a time before the rounds were here. */
export async function findSpoken(trx: Trx): Promise<Spoken> {
  const rounds = await trx.selectFrom('round').select('code').execute()
  const cases = await trx.selectFrom('evaluation_case').select(['round', 'reference']).execute()
  const codes = [...new Set([...rounds.map(({ code }) => code), ...cases.map(({ round }) => round)])]
  const prefixes = [...codes, ...cases.map(({ reference }) => reference)].map(
    (text) => text.split('-')[0] ?? '',
  )
  return { codes, prefixes: [...new Set(prefixes)] }
}

async function findLongList(trx: Trx, round: RoundId): Promise<readonly ListedCase[]> {
  const rows = await trx
    .selectFrom('evaluation_case')
    .innerJoin('child_identity', 'child_identity.case_id', 'evaluation_case.id')
    .select(['id', 'reference', 'threshold', 'name', 'born'])
    .where('round_id', '=', round)
    .orderBy('place')
    .execute()
  const adults = await adultsOf(
    trx,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, reference, threshold, name, born }) => ({
    id,
    reference,
    name: readText(name),
    born,
    threshold: threshold ?? 'assessed',
    adults: adults.get(id) ?? [],
  }))
}

async function adultsOf(trx: Trx, cases: readonly CaseId[]): Promise<ReadonlyMap<CaseId, readonly Adult[]>> {
  if (cases.length === 0) return new Map()
  const rows = await trx
    .selectFrom('case_adult')
    .selectAll()
    .where('case_id', 'in', [...cases])
    .orderBy('place')
    .execute()
  const of = new Map<CaseId, Adult[]>()
  for (const row of rows) {
    const adult = {
      name: readText(row.name),
      relation: readText(row.relation),
      livesWith: row.lives_with,
      parentalResponsibility: row.parental_responsibility,
    }
    of.set(row.case_id, [...(of.get(row.case_id) ?? []), adult])
  }
  return of
}
