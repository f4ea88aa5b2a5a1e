import { sql } from 'kysely'

import { bankHolidayName } from '#core/calendar/bank-holidays.ts'
import { addDays, weekday } from '#core/calendar/day.ts'
import type { Day } from '#core/calendar/day.ts'
import type { Calendar } from '#core/calendar/working-days.ts'
import type { RoundId } from '#core/ids.ts'
import { loadMethods } from '#core/method/library.ts'
import { may } from '#core/people/may.ts'
import { dueOn } from '#core/round/days.ts'
import type { Round } from '#core/round/round.ts'
import type { BankHolidayList, RoundList, RoundOptions, RoundRow } from '#core/round/views.ts'
import { ROUND_STATES } from '#core/round/words.ts'

import type { Trx } from './database.ts'
import { lateIn } from './round-duties.ts'
import { findSpoken } from './round-reads.ts'
import { findRound } from './rounds.ts'
import type { Seen } from './seen.ts'

/** All rounds that concern the person, the newest first. */
export async function viewRounds(seen: Seen): Promise<RoundList> {
  const { trx, actor } = seen
  const ids = await trx
    .selectFrom('round')
    .select('id')
    .orderBy('start_day', 'desc')
    .orderBy('code')
    .execute()
  const items: RoundRow[] = []
  for (const { id } of ids) {
    const round = await findRoundFor(seen, id)
    if (round) items.push(await rowOf(seen, round))
  }
  return { items, may: { setUp: may.setUpRound(actor), editCalendar: may.editCalendar(actor) } }
}

/** A round as somebody may see it, or undefined when it does not concern them. */
export async function findRoundFor({ trx, actor }: Seen, id: RoundId): Promise<Round | undefined> {
  const round = await findRound(trx, id)
  return round && may.seeRound(actor, round) ? round : undefined
}

async function rowOf(seen: Seen, round: Round): Promise<RoundRow> {
  const { id, code, theme, state, start } = round
  const { late } = await lateIn(seen, id)
  return {
    id,
    code,
    theme,
    state,
    stateWords: ROUND_STATES[state],
    start,
    panelDay: dueOn(round, 'panel'),
    late,
  }
}

/** What a round is set up from: the methods, the people, and the agencies as they took part last. */
export async function viewRoundOptions({ trx, today }: Seen): Promise<RoundOptions> {
  const loaded = loadMethods()
  const { codes, prefixes } = await findSpoken(trx)
  const people = await trx
    .selectFrom('person')
    .select(['id', 'name', 'job_title as jobTitle'])
    .orderBy('name')
    .execute()
  return {
    methods: loaded.ok
      ? loaded.value.map(({ id, name, sample }) => ({ id, name, longList: sample.longList }))
      : [],
    people,
    agencies: [...(await agenciesAsLast(trx, today))],
    start: addDays(today, 8 - weekday(today)),
    taken: { prefixes: [...prefixes], codes: [...codes] },
  }
}

type LastTime = RoundOptions['agencies'][number]

/** Every agency with its latest lead post: who holds it today, and how the agency stood in its last round. */
async function agenciesAsLast(trx: Trx, today: Day): Promise<readonly LastTime[]> {
  const { rows } = await sql<LastTime>`
    select a.id, a.name, l.lead, coalesce(l.job_title, '') as "jobTitle", l.collator
    from agency a left join lateral (
      select n.id as lead, coalesce(m.job_title, n.job_title) as job_title, c.name as collator
      from post p left join round r on r.id = p.round_id
      left join round_member m on m.round_id = r.id and m.agency_id = a.id
      left join agency c on c.id = m.collator_agency
      left join post_holding h on h.post_id = p.id and h.held_as = 'holder'
        and h.from_day <= ${today}::date and (h.to_day is null or h.to_day >= ${today}::date)
      left join person n on n.id = h.person_id
      where p.kind = 'lead-person' and p.agency_id = a.id and (p.round_id is null or m.round_id is not null)
      order by r.created_at desc nulls last, p.id limit 1) l on true
    order by a.name`.execute(trx)
  return rows
}

/** The partnership's bank holidays, with their names. */
export function viewBankHolidays({ actor }: Seen, { bankHolidays }: Calendar): BankHolidayList {
  const days = [...bankHolidays].toSorted()
  return {
    days: days.map((day) => ({ day, name: bankHolidayName(day) ?? 'A day that the partnership added' })),
    may: { edit: may.editCalendar(actor) },
  }
}
