import type { Day } from '#core/calendar/day.ts'
import type { AgencyId, PostId } from '#core/ids.ts'
import type { LabelPackId } from '#core/method/labels/label-pack.ts'
import type { OfficeSeat, Partnership, PartnershipReads } from '#core/people/first-run/partnership.ts'
import { isOffice, OFFICES } from '#core/people/post.ts'

import { ChangedMeanwhile } from './actions.ts'
import { findHolders } from './case-reads.ts'
import type { Trx } from './database.ts'

/** How the partnership stands, as use cases read it. */
export function partnershipReadsOf(trx: Trx, today: Day): PartnershipReads {
  return {
    partnership: () => findPartnership(trx),
    offices: () => findOfficeSeats(trx, today),
    representativeOf: (agency) => findRepresentativeOf(trx, agency),
    isInUse: (agency) => isInUse(trx, agency),
  }
}

export async function findPartnership(trx: Trx): Promise<Partnership | undefined> {
  const row = await trx.selectFrom('partnership').selectAll().executeTakeFirst()
  return (
    row && {
      name: row.name,
      contactName: row.contact_name,
      contactPhone: row.contact_phone,
      labels: row.labels,
      calendarChecked: row.calendar_checked,
      ready: row.ready,
      version: row.version,
    }
  )
}

/** The pack of words that the partnership chose; null while each method brings its own. */
export async function findLabels(trx: Trx): Promise<LabelPackId | null> {
  const row = await trx.selectFrom('partnership').select('labels').executeTakeFirst()
  return row?.labels ?? null
}

/** Saves it as a whole under its version. */
export async function savePartnership(trx: Trx, partnership: Partnership): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('partnership')
    .set({
      name: partnership.name,
      contact_name: partnership.contactName,
      contact_phone: partnership.contactPhone,
      labels: partnership.labels,
      calendar_checked: partnership.calendarChecked,
      ready: partnership.ready,
      version: partnership.version + 1,
    })
    .where('version', '=', partnership.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new ChangedMeanwhile('the partnership')
}

/** The offices in their order, each with who holds it today. */
export async function findOfficeSeats(trx: Trx, today: Day): Promise<readonly OfficeSeat[]> {
  const rows = await trx
    .selectFrom('post')
    .select(['id', 'kind'])
    .where('kind', 'in', [...OFFICES])
    .execute()
  const holders = await findHolders(
    trx,
    rows.map(({ id }) => id),
    today,
  )
  const seats = rows.flatMap(({ id, kind }): OfficeSeat[] =>
    isOffice(kind)
      ? [{ post: id, kind, holder: holders.find(({ post }) => post === id)?.person ?? null }]
      : [],
  )
  return seats.toSorted((one, other) => OFFICES.indexOf(one.kind) - OFFICES.indexOf(other.kind))
}

async function findRepresentativeOf(trx: Trx, agency: AgencyId): Promise<PostId | undefined> {
  const row = await trx
    .selectFrom('post')
    .select('id')
    .where('kind', '=', 'board-representative')
    .where('agency_id', '=', agency)
    .executeTakeFirst()
  return row?.id
}

/** Every round names its agencies by posts, too. */
async function isInUse(trx: Trx, agency: AgencyId): Promise<boolean> {
  return (await agenciesInUse(trx)).has(agency)
}

export async function agenciesInUse(trx: Trx): Promise<ReadonlySet<AgencyId>> {
  const posts = trx.selectFrom('post').select('agency_id')
  const guests = trx.selectFrom('guest_access').select('agency_id')
  const invited = trx.selectFrom('invitation').select('agency_id')
  const rows = await posts.union(guests).union(invited).execute()
  return new Set(rows.flatMap(({ agency_id }) => agency_id ?? []))
}
