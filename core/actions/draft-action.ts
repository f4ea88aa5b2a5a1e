import type { Day } from '../calendar/day.ts'
import { addMonths } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { namesTheChild } from '../cases/case.ts'
import type { ActionId, CaseId, PostId } from '../ids.ts'
import type { Deps } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import { dueOn } from '../round/days.ts'
import type { ActionSource, Facts, Open } from './action.ts'

/** What is asked, before it has a number. */
export type Asked = {
  readonly case: CaseId
  readonly raiser: PostId
  readonly what: string
  readonly help: string
  readonly due: Day
  readonly source?: ActionSource | undefined
  /** An old tracker has late actions. */
  readonly mayBePast?: boolean
}

export type DraftRefused =
  | 'no-such-case'
  | 'no-such-post'
  | 'same-agency'
  | 'one-for-each-agency'
  | 'day-is-past'
  | 'names-the-child'

/**
 * The actions that are asked, one for each owner, still without numbers. Owner and raiser are posts of different
 * agencies (decisions.md 2); what goes onto a card must not name the child.
 */
export async function draftActions(
  deps: Deps,
  said: Asked,
  owners: readonly PostId[],
): Promise<Result<readonly Open[], DraftRefused>> {
  const { reads, now, today, ids } = deps
  const of = await reads.case(said.case)
  if (!of) return refused('no-such-case')
  const posts = await reads.posts(of.id)
  const raiser = posts.find(({ id }) => id === said.raiser)
  const found = owners.flatMap((id) => posts.find((post) => post.id === id) ?? [])
  if (!raiser || found.length !== owners.length) return refused('no-such-post')
  const isOwn = (agency: string | null): boolean => agency !== null && agency === raiser.agency
  if (found.some(({ id, agency }) => id === raiser.id || isOwn(agency))) return refused('same-agency')
  if (new Set(found.map(({ agency }) => agency)).size !== found.length) return refused('one-for-each-agency')
  if (said.due < today && !said.mayBePast) return refused('day-is-past')
  const child = await reads.childOf(of.id)
  if (child && namesTheChild(said.what, child)) return refused('names-the-child')
  const days = await daysOfRound(deps, of.id)
  const drafts: Open[] = []
  for (const owner of found) {
    const climb = await reads.climbOf(owner.id, of.id)
    if (!climb) return refused('no-such-post')
    drafts.push({
      id: ids.next<ActionId>(),
      number: '',
      case: of.id,
      reference: of.reference,
      owner: owner.id,
      raiser: raiser.id,
      climb,
      what: said.what,
      help: said.help,
      due: said.due,
      recordedOn: today,
      opening: 1,
      chases: 0,
      source: said.source ?? 'panel-day',
      fanOut: null,
      ...days,
      updatedAt: null,
      restsUntil: null,
      waitsSince: null,
      waited: 0,
      version: 0,
      state: 'open',
      openedAt: now,
      again: null,
    })
  }
  return ok(drafts)
}

type Days = Pick<Facts, 'updateDue' | 'checkOn'>

/** What the case's round asks of its actions besides their own days; nothing when the case is of no round. */
async function daysOfRound({ reads, today, calendar }: Deps, of: CaseId): Promise<Days> {
  const file = await reads.caseFile(of)
  const round = file && (await reads.round(file.round))
  if (!round) return { updateDue: null, checkOn: null }
  const updates = dueOn(round, 'updates')
  const held = 'heldAt' in round ? dayOf(round.heldAt) : dueOn(round, 'panel')
  const half = addWorkingDays(calendar, addMonths(held, MONTHS_TO_CHECK), 0)
  return { updateDue: updates > today ? updates : null, checkOn: half > today ? half : null }
}

const MONTHS_TO_CHECK = 6
