import type { ActionView } from '#core/actions/views.ts'
import type { DutyList } from '#core/duties/views.ts'
import type { Api } from '#tests/fixtures/a-server.ts'

import type { Mailed } from './a-house.ts'
import type { StandIn } from './connector-stand-in.ts'

/** What the test did, and what it was told. */
export type Deeds = {
  /** Actions whose recording was acknowledged, each with who owes it. */
  readonly acknowledged: readonly { readonly action: string; readonly owner: string }[]
  /** Changes to each action that were acknowledged, the recording included. */
  readonly changes: ReadonlyMap<string, number>
  /** Reminders that each action was to have, by the day. */
  readonly slots?: number
  /** A process slept with requests on the wire: what left before its replacement may arrive after it. */
  readonly lateOnTheWire?: true
  /** Who held the role at the time; anybody else must get nothing about the action. */
  readonly mayHear?: (conversation: string, duty: string) => boolean
}

type Evidence = {
  readonly standIn: Pick<StandIn, 'taken' | 'tooFast'>
  readonly mailed: readonly Mailed[]
  /** The public API as somebody who sees every action. */
  readonly api: Api
}

/**
 * Reads what the stand-in took and what the public API says, nothing of the inside, and gives every invariant that
 * does not hold, by its number in the reference (I1 to I7); none is what a test wants.
 */
export async function check({ standIn, mailed, api }: Evidence, deeds: Deeds): Promise<readonly string[]> {
  const broken: string[] = standIn.tooFast.map((what) => `I6 ${what}`)
  const duties = new Map<string, { readonly action: string; readonly prompts: number }>()
  for (const { action } of deeds.acknowledged) {
    const answer = await api.get(`/api/actions/${action}`)
    if (answer.status !== 200) {
      broken.push(`I1 ${action} was acknowledged and reads as ${answer.status}`)
      continue
    }
    const view = answer.body as ActionView
    if (view.duty) duties.set(view.duty.id, { action, prompts: view.prompts.length })
    const changes = deeds.changes.get(action) ?? 1
    if (view.history.length !== changes)
      broken.push(`I5 ${action} changed ${changes} times, its history says ${view.history.length}`)
    if (deeds.slots !== undefined && view.prompts.length !== deeds.slots)
      broken.push(`I2 ${action} was to have ${deeds.slots} reminders, has ${view.prompts.length}`)
    for (const { what } of view.prompts) if (/on its way/.test(what)) broken.push(`lost: ${action}: ${what}`)
  }
  for (const [number, copies] of Map.groupBy(standIn.taken, (taken) => taken.number)) {
    const marks = copies.map(({ isMarked }) => isMarked)
    const isMarkedLast = marks[0] === false && marks[1] === true
    const isOneMarked = marks[0] !== marks[1] && deeds.lateOnTheWire === true
    if (marks.length > 2 || (marks.length === 2 && !isMarkedLast && !isOneMarked))
      broken.push(`I3 message ${number} came ${marks.length} times, marked ${JSON.stringify(marks)}`)
  }
  broken.push(...(await strangers(standIn, duties)), ...unheard(standIn, deeds))
  for (const [key, copies] of Map.groupBy(mailed, ({ to, letter }) => `${letter.number} to ${to}`))
    if (copies.length > 2) broken.push(`I3 mail ${key} came ${copies.length} times`)
  return broken
}

/** I4: a card whose action has fewer reminders than messages came about it. */
async function strangers(
  { taken }: Evidence['standIn'],
  known: ReadonlyMap<string, { readonly action: string; readonly prompts: number }>,
): Promise<readonly string[]> {
  return [...known].flatMap(([duty, { action, prompts }]) => {
    const about = taken.filter(({ duties }) => duties.includes(duty))
    const numbers = new Set(about.map(({ number }) => number))
    return numbers.size > prompts ? [`I4 ${action}: ${numbers.size} messages for ${prompts} reminders`] : []
  })
}

/** I7: a card in the chat of somebody who no longer had the role. */
function unheard({ taken }: Evidence['standIn'], { mayHear }: Deeds): readonly string[] {
  if (mayHear === undefined) return []
  return taken.flatMap(({ conversation, duties, number }) =>
    duties.some((duty) => !mayHear(decodeURIComponent(conversation), duty))
      ? [`I7 message ${number} went to ${conversation}`]
      : [],
  )
}

/** What waits for somebody, by the action that it is about. */
export async function dutyOf(api: Api, action: string): Promise<string> {
  const { items } = (await api.get('/api/waiting')).body as DutyList
  return items.find(({ subject }) => subject === action)?.duty ?? ''
}
