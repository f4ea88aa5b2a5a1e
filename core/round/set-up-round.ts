import type { Day } from '../calendar/day.ts'
import type { Calendar } from '../calendar/working-days.ts'
import { GRADES } from '../cases/grade.ts'
import type { RoundId } from '../ids.ts'
import { loadMethods } from '../method/library.ts'
import type { Method } from '../method/method.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { SetUpRound } from './commands.ts'
import { membersFrom } from './members.ts'
import type { MembersRefused } from './members.ts'
import type { Member, Round } from './round.ts'
import { nextNumber, proposePrefix } from './spoken.ts'
import { checkStart } from './timetable-start.ts'

export type StartRefused = 'not-a-monday' | 'left-out-not-a-monday' | 'starts-in-a-week-left-out'

export type SetUpRefused =
  | 'not-yours-to-set-up'
  | 'no-such-method'
  | 'no-office'
  | 'prefix-is-taken'
  | 'code-is-taken'
  | StartRefused
  | MembersRefused

export type RoundSaved = { readonly id: RoundId; readonly code: string; readonly version: number }

/**
 * Sets up a round: a theme, its first Monday, the agencies and their lead persons (OLD-24..35). The method is
 * frozen into it. Code and letters are its own for ever; free ones are taken unless they are given.
 */
export async function setUpRound(deps: Deps, said: SetUpRound): Outcome<RoundSaved, SetUpRefused> {
  const { reads, actor, now, today, calendar, ids } = deps
  if (!may.setUpRound(actor)) return refused('not-yours-to-set-up')
  const method = methodOf(said.method)
  if (!method) return refused('no-such-method')
  const wrong = startRefused(said.start, said.leftOut, calendar)
  if (wrong) return refused(wrong)
  const offices = await reads.rounds.offices()
  if (!offices) return refused('no-office')
  const spoken = await reads.rounds.spoken()
  const prefix = said.prefix ?? proposePrefix(said.theme, spoken)
  if (spoken.prefixes.includes(prefix)) return refused('prefix-is-taken')
  const code = `${prefix}-${said.start.slice(0, 4)}-${said.number ?? nextNumber(spoken.codes, said.start)}`
  if (spoken.codes.some((taken) => isSameNumber(taken, code))) return refused('code-is-taken')

  const id = ids.next<RoundId>()
  const known = await knownTo(deps, [])
  const members = membersFrom(said.members, { round: id, before: [], known, today, ids })
  if (!members.ok) return members
  const round: Round = {
    id,
    code,
    theme: said.theme,
    sources: said.sources,
    method: said.loopForAll === true ? withLoopForAll(method) : method,
    start: said.start,
    leftOut: said.leftOut.toSorted(),
    members: members.value.members,
    offices,
    createdAt: now,
    chases: 0,
    version: 0,
    state: 'draft',
  }
  return ok({
    value: { id, code, version: 1 },
    writes: members.value.writes,
    changes: [{ kind: 'round', round }],
    happened: [{ kind: 'done', on: { kind: 'round', id }, deed: 'set-up-round', post: null }],
  })
}

/** Why a round cannot start on a day: the first reason (rules.md 2.1). */
export function startRefused(
  start: Day,
  leftOut: readonly Day[],
  calendar: Calendar,
): StartRefused | undefined {
  const check = checkStart(start, leftOut, calendar)
  return check.ok ? undefined : check.problems[0]?.reason
}

/** What is known before agencies and people are written, with who holds the lead posts as they are. */
export async function knownTo({ reads }: Pick<Deps, 'reads'>, before: readonly Member[]) {
  const posts = before.map(({ lead }) => lead)
  return {
    agencies: await reads.rounds.agencies(),
    people: await reads.rounds.people(),
    holders: await reads.rounds.holdersOf(posts),
  }
}

/** People say "the second round of 2018": N-2018-2 and D-2018-2 would be two of them. */
function isSameNumber(one: string, other: string): boolean {
  return one.slice(one.indexOf('-')) === other.slice(other.indexOf('-'))
}

/** The same method, with a form asked for whatever the judgement. */
export function withLoopForAll(method: Method): Method {
  return { ...method, closeTheLoop: { ...method.closeTheLoop, forJudgements: [...GRADES] } }
}

/** Whether a form is asked for in every case. */
export function isLoopForAll({ closeTheLoop }: Pick<Method, 'closeTheLoop'>): boolean {
  return GRADES.every((grade) => closeTheLoop.forJudgements.includes(grade))
}

function methodOf(id: string): Method | undefined {
  const loaded = loadMethods()
  if (!loaded.ok)
    throw new Error(`the methods cannot be read: ${loaded.problems.map(({ path }) => path).join(', ')}`)
  return loaded.value.find((method) => method.id === id)
}
