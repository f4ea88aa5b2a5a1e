import type { Calendar } from '#core/calendar/working-days.ts'
import { loadLabelPacks } from '#core/method/labels/label-pack.ts'
import { stepsDone } from '#core/people/first-run/partnership.ts'
import type { FirstRunView } from '#core/people/first-run/views.ts'
import { may } from '#core/people/may.ts'

import { BY_MAIL } from './access.ts'
import { agenciesInUse, findOfficeSeats, findPartnership } from './partnership.ts'
import { postNames } from './people.ts'
import type { Seen } from './seen.ts'

/** How far the first run has come; undefined for everybody but the business manager. */
export async function viewFirstRun(
  { trx, actor, today }: Seen,
  { bankHolidays }: Calendar,
): Promise<FirstRunView | undefined> {
  const partnership = may.setUpPartnership(actor) ? await findPartnership(trx) : undefined
  if (!partnership) return undefined
  const seats = await findOfficeSeats(trx, today)
  const agencies = await viewAgencies({ trx, today })
  const titles = await postNames(
    trx,
    seats.map(({ post }) => post),
    today,
  )
  const coming = [...bankHolidays].filter((day) => day >= today).toSorted()
  const { name, contactName, contactPhone, labels, ready, version } = partnership
  return {
    name,
    contactName,
    contactPhone,
    labels: { chosen: labels, packs: labelPacks() },
    ready,
    version,
    done: stepsDone(partnership, { agencies: agencies.length, offices: seats }),
    agencies,
    offices: seats.map(({ post, kind }) => ({
      post,
      title: titles.get(post)?.title ?? '',
      needed: kind !== 'subgroup-chair',
      holder: titles.get(post)?.holder ?? null,
      yours: kind !== 'business-manager' && may.fillOffices(actor, partnership),
    })),
    people: await viewPeople(trx),
    calendar: { coming: coming.length, until: coming.at(-1) ?? null },
  }
}

/** By these three words people know of which years a pack is. */
const KNOWN_BY = ['partnership', 'health-commissioner', 'case-review'] as const

function labelPacks(): FirstRunView['labels']['packs'] {
  const packs = loadLabelPacks()
  if (!packs.ok) return []
  return packs.value.map(({ id, words }) => ({ id, words: KNOWN_BY.map((label) => words[label]) }))
}

async function viewAgencies({ trx, today }: Pick<Seen, 'trx' | 'today'>): Promise<FirstRunView['agencies']> {
  const rows = await trx
    .selectFrom('agency')
    .leftJoin('post', (join) =>
      join.onRef('post.agency_id', '=', 'agency.id').on('post.kind', '=', 'board-representative'),
    )
    .select(['agency.id', 'agency.name', 'post.id as post'])
    .orderBy('agency.name')
    .execute()
  const used = await agenciesInUse(trx)
  const holders = await postNames(
    trx,
    rows.flatMap(({ post }) => post ?? []),
    today,
  )
  return rows.map(({ id, name, post }) => ({
    id,
    name,
    representative: post === null ? null : (holders.get(post)?.holder ?? null),
    removable: !used.has(id),
  }))
}

async function viewPeople(trx: Seen['trx']): Promise<FirstRunView['people']> {
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'name', 'job_title', 'tenant_id'])
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, job_title, tenant_id }) => ({
    id,
    name,
    jobTitle: job_title,
    bound: tenant_id !== BY_MAIL,
  }))
}
