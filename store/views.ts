import type { ActionList, ActionRow, Lateness, RecordOptions } from '#core/actions/views.ts'
import { latenessOf, stateInWords } from '#core/actions/words.ts'
import type { Day } from '#core/calendar/day.ts'
import { daysBetween, parseDay } from '#core/calendar/day.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { DutyItem, DutyList } from '#core/duties/views.ts'
import { pathOf } from '#core/duties/words.ts'
import type { PostId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import type { MeView } from '#core/people/views.ts'

import { actionChoices } from './action-choices.ts'
import { answersForAgency } from './answers-for.ts'
import type { Trx } from './database.ts'
import { clocksRunning } from './incident-views.ts'
import { actionCounts, actionsIn, openDuties, ringsOf } from './lists.ts'
import type { DutyRecord, Key, Wanted } from './lists.ts'
import { findPartnership } from './partnership.ts'
import { postNames } from './people.ts'
import { choosablePosts } from './reads.ts'
import { isInARound } from './round-reads.ts'
import type { ActionTable } from './schema.ts'
import { findLed } from './seat-reads.ts'
import type { Names, Seen } from './seen.ts'
import { lastTalk } from './supervision.ts'
import { tookOverLately } from './taken-over.ts'
import { countUndelivered } from './undelivered.ts'

const PAGE = 50

export async function viewMe({ trx, actor, today }: Seen, local: boolean, now: Moment): Promise<MeView> {
  const names = await postNames(trx, [...actor.posts], today)
  return {
    name: actor.name,
    posts: [...names].map(([id, { title }]) => ({ id, title })),
    may: {
      recordAction: may.recordAction(actor),
      chase: may.remind(actor),
      seeTeam: await supervises({ trx, actor }),
      seeRounds: actor.offices.size > 0 || (await isInARound(trx, actor)),
      withdraw: may.withdraw(actor),
      editPrompts: may.editPrompts(actor),
      monitor: may.monitor(actor),
      seeAgency: await answersForAgency(trx, actor),
      seePeople: may.seeHoldings(actor, await findLed(trx, actor.posts)),
    },
    firstRun: await isInFirstRun({ trx, actor }),
    tookOver: await tookOverLately({ trx, actor, today }),
    talked: await lastTalk(trx, actor),
    clocks: await clocksRunning({ trx, actor, today, now }),
    undelivered: await countUndelivered({ trx, actor, today }),
    help: await helpLine(trx),
    today,
    local,
  }
}

async function isInFirstRun({ trx, actor }: Pick<Seen, 'trx' | 'actor'>): Promise<boolean> {
  const partnership = may.setUpPartnership(actor) ? await findPartnership(trx) : undefined
  return partnership !== undefined && may.fillOffices(actor, partnership)
}

/** Whether the person is a supervising manager today: then there is a team to see. */
export async function supervises({ trx, actor }: Pick<Seen, 'trx' | 'actor'>): Promise<boolean> {
  if (actor.posts.size === 0) return false
  const query = trx
    .selectFrom('post')
    .select('id')
    .where('id', 'in', [...actor.posts])
  return (await query.where('kind', '=', 'supervising-manager').executeTakeFirst()) !== undefined
}

/** Whom to ring: said on every card and screen. */
export async function helpLine(trx: Trx): Promise<string> {
  const row = await findPartnership(trx)
  if (!row) return ''
  const can = `${row.contactName} at the partnership can help`
  return row.contactPhone === '' ? `${can}.` : `${can}: ${row.contactPhone}.`
}

/** "Waiting for you" or "You asked others". */
export async function viewDuties(
  seen: Seen,
  side: 'owes' | 'owed',
  after: Key | undefined,
): Promise<DutyList> {
  const { rows, total } = await openDuties(seen.trx, seen.actor, side, after, PAGE + 1, seen.today)
  const page = rows.slice(0, PAGE)
  const names = await namesOf(
    seen,
    page.flatMap(({ owes_post, owed_post }) => [owes_post, owed_post]),
  )
  const last = page.at(-1)
  return {
    items: page.map((row) => dutyItem(row, names, seen.today)),
    total,
    next: rows.length > PAGE && last ? keyText({ due: last.due_day, id: last.id }) : null,
  }
}

export async function namesOf(
  { trx, today }: Pick<Seen, 'trx' | 'today'>,
  posts: readonly PostId[],
): Promise<Names> {
  const names = await postNames(trx, posts, today)
  return (post) => names.get(post)?.title ?? 'a post that nobody holds'
}

export function dutyItem(row: DutyRecord, names: Names, today: Day): DutyItem {
  return {
    duty: row.id,
    kind: row.kind,
    subject: row.subject_id,
    path: pathOf(row.kind, row.id, row.subject_id),
    number: row.number,
    reference: row.reference,
    what: row.what,
    due: row.due_day,
    actionDue: row.action_due,
    daysLate: Math.max(0, daysBetween(row.due_day, today)),
    owes: names(row.owes_post),
    owed: names(row.owed_post),
  }
}

/** The open groups in order; what is done is asked for by name. */
const OPEN_GROUPS: readonly Lateness[] = ['very-late', 'late', 'due-soon', 'later', 'waiting-for-check']

/** A page of the tracker: one group, or the beginning of every open group. */
export async function viewActions(
  seen: Seen,
  group: Lateness | undefined,
  wanted: Wanted,
  after: Key | undefined,
): Promise<ActionList> {
  const { trx, actor, today } = seen
  const rows: ActionTable[] = []
  for (const each of group ? [group] : OPEN_GROUPS) {
    rows.push(...(await actionsIn(trx, actor, each, wanted, today, after, PAGE + 1)))
  }
  const page = group ? rows.slice(0, PAGE) : rows
  const { groups, total } = await actionCounts(trx, actor, wanted, today)
  const last = page.at(-1)
  return {
    items: await actionRows(page, seen),
    counts: groups,
    total,
    choices: await actionChoices(seen),
    next: group && rows.length > PAGE && last ? keyText({ due: last.due_day, id: last.id }) : null,
  }
}

/** Rows of the tracker with the names of their posts and how far each fan-out has come. */
export async function actionRows(rows: readonly ActionTable[], seen: Seen): Promise<ActionRow[]> {
  const names = await namesOf(
    seen,
    rows.flatMap(({ owner_post, raiser_post }) => [owner_post, raiser_post]),
  )
  const parents = new Set(rows.flatMap(({ fan_parent }) => fan_parent ?? []))
  const rings = await ringsOf(seen.trx, [...parents])
  return rows.map((row) => {
    const ring = row.fan_parent === null ? undefined : rings.get(row.fan_parent)
    const { fan_parent: parent } = row
    return {
      ...actionRowView(row, names, seen),
      ring: ring && parent !== null ? { parent, of: ring.of, confirmed: ring.confirmed } : null,
    }
  })
}

/** A row of the tracker as one person sees it today. */
export function actionRowView(row: ActionTable, names: Names, { actor, today }: Seen): ActionRow {
  const posts = { owner: names(row.owner_post), raiser: names(row.raiser_post) }
  const group = latenessOf(row.state, row.due_day, today)
  return {
    id: row.id,
    number: row.number,
    reference: row.reference,
    what: row.what,
    ...posts,
    due: row.due_day,
    daysLate: group === 'late' || group === 'very-late' ? daysBetween(row.due_day, today) : 0,
    state: row.state,
    group,
    stateWords: stateInWords(row.state, posts.raiser, row.until_day, today, row.replaced_by),
    ring: null,
    may: { chase: may.chase(actor, row) },
  }
}

/** The cases and posts from which an action is recorded. */
export async function viewRecordOptions({ trx, today }: Seen): Promise<RecordOptions> {
  const cases = await trx.selectFrom('evaluation_case').selectAll().orderBy('reference').execute()
  return {
    cases: await Promise.all(
      cases.map(async ({ id, reference }) => ({
        id,
        reference,
        posts: [...(await choosablePosts(trx, id, today))],
      })),
    ),
  }
}

/** A page's key as text, and back: `2018-06-20.id`. */
function keyText({ due, id }: Key): string {
  return `${due}.${id}`
}

export function parseKey(text: string): Key | undefined {
  const due = parseDay(text.slice(0, 10))
  const id = text.slice(11)
  return due && id !== '' && text[10] === '.' ? { due, id } : undefined
}
