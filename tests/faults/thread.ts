import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import type { ActionView } from '#core/actions/views.ts'
import { bankHolidays, moreBankHolidays } from '#core/calendar/bank-holidays.ts'
import { addDays } from '#core/calendar/day.ts'
import type { Day } from '#core/calendar/day.ts'
import { isWorkingDay } from '#core/calendar/working-days.ts'
import type { DutyList } from '#core/duties/views.ts'
import type { Api, ApiAnswer } from '#tests/fixtures/a-server.ts'

/** The people of the thread, signed in; a token outlives the process that gave it. */
export type People = Readonly<Record<'quinn' | 'wes' | 'eve' | 'bea', Api>>

/** Repeats a request until it is acknowledged, whatever becomes of the server meanwhile. */
export type Insist = (send: () => Promise<ApiAnswer>) => Promise<ApiAnswer>

/**
 * One action from panel day to its end, as five people live it: told, said to be done, not believed, late,
 * chased, done again, confirmed. Each change has one key, however often it is sent. Gives the action's id.
 */
export async function playThread(people: People, insist: Insist): Promise<string> {
  const { quinn, wes, eve, bea } = people
  const today = ((await insist(() => quinn.get('/local/clock'))).body as { day: Day }).day
  const change = (person: Api, path: string, body: unknown): Promise<ApiAnswer> => {
    const key = randomUUID()
    return insist(() => person.post(path, body, { key }))
  }
  const answer = async (person: Api, said: unknown): Promise<void> => {
    const waiting = (await insist(() => person.get('/api/waiting'))).body as DutyList
    const duty = waiting.items.find((item) => item.subject === action)
    if (!duty) throw new Error('nothing waits for the person whose turn it is')
    await change(person, `/api/duties/${duty.duty}/answers`, said)
  }

  const recorded = await change(quinn, '/api/actions', {
    case: 'case-n-08',
    owner: 'worker-n08',
    raiser: 'lead-edu',
    what: 'Visit at home and at school.',
    help: 'Both visits are in the record.',
    due: addDays(today, 1),
  })
  const action = (recorded.body as { id: string }).id
  let heard = await reminded(0, action, people, insist)
  const steps = [
    () => answer(wes, DONE),
    () => answer(eve, { deed: 'dispute', reason: 'Only one visit is in the record.' }),
    () => moveClockTo(addDays(today, 3), quinn, insist),
    () => change(bea, '/api/actions/chase', { actions: 'late' }),
    () => answer(wes, DONE),
  ]
  for (const step of steps) {
    await step()
    heard = await reminded(heard, action, people, insist)
  }
  await answer(eve, { deed: 'confirm' })
  return action
}

/**
 * Waits until there are more reminders than before and each has come to its end: who answers before being asked
 * is not asked, and the thread would not be the same each time. Gives how many there are.
 */
async function reminded(before: number, action: string, people: People, insist: Insist): Promise<number> {
  return until(
    insist,
    people,
    action,
    (prompts) => prompts.length > before && prompts.every(({ what }) => !OPEN.test(what)),
  )
}

/** Waits until every reminder about the action has come to its end. */
export async function settled(action: string, people: People, insist: Insist): Promise<void> {
  await until(insist, people, action, (prompts) => prompts.every(({ what }) => !OPEN.test(what)))
}

const OPEN = /on its way|not sure/

/** At most 30 seconds. */
async function until(
  insist: Insist,
  people: People,
  action: string,
  isSo: (prompts: ActionView['prompts']) => boolean,
): Promise<number> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const { prompts } = await actionOf(action, people, insist)
    if (isSo(prompts)) return prompts.length
    if (Date.now() > deadline) throw new Error(`reminders never settled: ${JSON.stringify(prompts)}`)
    await pause(25)
  }
}

const DONE = { deed: 'report-done', whatWasDone: 'Both visits were made.', evidence: 'They are recorded.' }

/** The clock has no key: who isn't sure asks first where it stands. */
async function moveClockTo(day: Day, person: Api, insist: Insist): Promise<void> {
  await insist(async () => {
    const clock = await person.get('/local/clock')
    return (clock.body as { day: Day }).day >= day ? clock : person.post('/local/clock', { to: day })
  })
}

/**
 * Moves on to the Monday after, or to the next one whose week has no bank holiday in what the thread takes of it:
 * from there every thread has the same reminders.
 */
export async function toNextMonday({ quinn }: People, insist: Insist): Promise<void> {
  const today = ((await insist(() => quinn.get('/local/clock'))).body as { day: Day }).day
  const weekday = new Date(today).getUTCDay()
  let monday = addDays(today, (8 - weekday) % 7 || 7)
  while (![0, 1, 2, 3].every((n) => isWorkingDay(ENGLAND, addDays(monday, n)))) monday = addDays(monday, 7)
  await moveClockTo(monday, quinn, insist)
}

const ENGLAND = { bankHolidays: new Set([...bankHolidays, ...moreBankHolidays]) }

/** The action as Quinn sees it. */
export async function actionOf(action: string, { quinn }: People, insist: Insist): Promise<ActionView> {
  return (await insist(() => quinn.get(`/api/actions/${action}`))).body as ActionView
}
