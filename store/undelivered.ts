import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import type { Moment } from '#core/calendar/moment.ts'
import { momentInWords } from '#core/calendar/words.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import { DUTY_ASKS, isAboutAction, pathOf } from '#core/duties/words.ts'
import type { DutyId, MessageId, PostId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import { whyInWords } from '#core/prompts/undelivered-words.ts'
import type { Ended, UndeliveredItem, UndeliveredList } from '#core/prompts/views.ts'

import { isLetIn } from './guests.ts'
import { notOvertaken } from './overtaken.ts'
import { postNames } from './people.ts'
import type { MessageTable } from './schema-of-prompts.ts'
import type { Seen } from './seen.ts'

const MOST_SHOWN = 200

/** What did not go its way and is still owed, the newest first; undefined for everyone but the partnership. */
export async function viewUndelivered(seen: Seen): Promise<UndeliveredList | undefined> {
  if (!may.remind(seen.actor)) return undefined
  const rows = await findUndelivered(seen, MOST_SHOWN + 1)
  const shown = rows.slice(0, MOST_SHOWN)
  const posts = await postNames(
    seen.trx,
    shown.map(({ post }) => post),
    seen.today,
  )
  return {
    items: shown.map((row): UndeliveredItem => ({
      key: `${row.duty} ${row.step} ${row.post} ${row.held_as}`,
      message: row.message,
      reference: row.reference,
      number: row.number,
      asks: row.what || DUTY_ASKS[row.kind],
      path: isAboutAction(row.kind) ? `/actions/${row.subject}` : pathOf(row.kind, row.duty, row.subject),
      who: [row.person, posts.get(row.post)?.title].filter(Boolean).join(', '),
      ended: endedAs(row),
      why: row.message === null ? whyNobody(row) : whyInWords(row.why),
      at: momentInWords(row.fired_at, seen.today),
    })),
    more: rows.length > MOST_SHOWN,
  }
}

/** How many reminders reached nobody at all: for Home. */
export async function countUndelivered(seen: Seen): Promise<number> {
  if (!may.remind(seen.actor)) return 0
  const rows = await findUndelivered(seen, MOST_SHOWN)
  return rows.filter((row) => NOT_HEARD.has(endedAs(row))).length
}

const NOT_HEARD: ReadonlySet<Ended> = new Set(['not-delivered', 'nobody'])
const NOBODY = 'Nobody holds this post. Say who does, or who deputises.'
const ENDED =
  'Whoever holds this post is a guest whose access has ended. Confirm them under People, or name somebody else.'
const AWAY = 'Whoever holds this post is away, and it waits until they are back. Ring them or their team.'

/** Why there was nobody to tell. */
function whyNobody({ isAway, isEnded }: Row): string {
  if (isAway) return AWAY
  return isEnded ? ENDED : NOBODY
}

type Row = {
  readonly duty: DutyId
  readonly kind: DutyKind
  readonly subject: string
  readonly number: string
  readonly reference: string
  readonly what: string
  readonly post: PostId
  readonly held_as: string
  readonly step: string
  readonly fired_at: Moment
  readonly person: string | null
  /** The message that was given up; null when nobody holds the post. */
  readonly message: MessageId | null
  readonly road: MessageTable['road'] | null
  readonly why: string | null
  /** Whoever holds the post is away today. */
  readonly isAway: boolean
  /** A guest holds the post, and is let in no more. */
  readonly isEnded: boolean
  /** Whether the same was sent by the other road. */
  readonly other: boolean
}

/** What was refused by one road may be on its way by the other still: it is shown once that has ended, too. */
async function findUndelivered({ trx, today }: Seen, most: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select d.id as duty, d.kind, d.subject_id as subject, d.number, d.reference, d.what, p.post_id as post,
      p.held_as, p.step, p.fired_at, n.name as person, r.id as message, r.road, r.why,
      coalesce(o.state = 'sent', false) as other, p.away as "isAway", p.ended as "isEnded"
    from (
      select p.*, r.id as refused, false as away, false as ended from message r join prompt p on p.message_id = coalesce(r.twin_of, r.id)
      where r.state = 'refused'
      union all
      select p.*, null, false, ${isHeldByEnded(today)} from prompt p
        where p.message_id is null and ${isVacant(today)}
      union all
      select p.*, null, true, false from prompt p where p.held_back = 'away' and ${isAwayNow(today)}
    ) p
    join duty d on d.id = p.duty_id and d.closed_at is null and d.due_day = p.due_day
    left join message r on r.id = p.refused
    left join message o on o.id <> r.id and coalesce(o.twin_of, o.id) = coalesce(r.twin_of, r.id)
    left join person n on n.id = r.person_id
    where ${notOvertaken}
      and (o.id is null or o.state in ('sent', 'not-needed') or (o.state = 'refused' and r.twin_of is null))
    order by p.fired_at desc, d.id, p.post_id limit ${most}`.execute(trx)
  return rows
}

/** Nobody holds the post of a prompt `p` that way today, or nobody who is still let in. */
export function isVacant(today: Day): RawBuilder<boolean> {
  return sql`not exists (select 1 from post_holding h where h.post_id = p.post_id and h.held_as = p.held_as
    and h.from_day <= ${today} and (h.to_day is null or h.to_day >= ${today}) and ${isLetIn('h.person_id', today)})`
}

/** Somebody holds the post of a prompt `p` that way today, let in or not. */
function isHeldByEnded(today: Day): RawBuilder<boolean> {
  return sql`exists (select 1 from post_holding h where h.post_id = p.post_id and h.held_as = p.held_as
    and h.from_day <= ${today} and (h.to_day is null or h.to_day >= ${today}))`
}

/** Whoever holds the post of a prompt `p` that way is away today. */
export function isAwayNow(today: Day): RawBuilder<boolean> {
  return sql`exists (select 1 from post_holding h join person_setting s on s.person_id = h.person_id
    where h.post_id = p.post_id and h.held_as = p.held_as and ${today} between s.away_from and s.away_to
      and ${isLetIn('h.person_id', today)}
      and h.from_day <= ${today} and (h.to_day is null or h.to_day >= ${today}))`
}

function endedAs({ message, other, road, isAway }: Row): Ended {
  if (message === null) return isAway ? 'away' : 'nobody'
  if (!other) return 'not-delivered'
  return road === 'teams' ? 'by-mail' : 'in-teams'
}
