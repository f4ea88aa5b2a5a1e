import { addDays, day } from '#core/calendar/day.ts'
import { dayOf, momentAt } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { PersonId } from '#core/ids.ts'

import type { House } from '../house.ts'
import type { Stage, Story } from './story.ts'

/** The moment at which a newcomer arrives (decisions.md, "The example, set to a moment"). */
const arrival: Moment = momentAt(day('2018-06-18'), '10:00')

/**
 * Loads an example through the use cases: each act at its time, with the mornings between them, so that every
 * reminder of those days was really sent.
 */
export async function loadExample(
  { furniture, before, stands }: Story,
  stage: Stage,
  install: () => Promise<void>,
  said: (words: string) => void,
): Promise<void> {
  const { house } = stage
  await house.furnish(furniture)
  let now = before[0]?.at ?? arrival
  await house.setClock(now)
  await install()
  for (const act of before) {
    await wakeUntil(house, act.at, now)
    const played = await act.play(stage)
    if (!played.ok) throw new Error(`the example does not load: ${act.at} ${act.sentence}: ${played.reason}`)
    if (act.isHeard) await house.settle()
    now = act.at
  }
  await wakeUntil(house, arrival, now)
  await house.settle()
  await house.finishFurnishing()
  said(stands)
}

/**
 * Plays the next act that was not played yet, still fits and is not the reader's own; null when the story is
 * over.
 */
export async function playOn(
  { after }: Story,
  stage: Stage,
  reader: PersonId | undefined,
): Promise<string | null> {
  const { house } = stage
  for (const [place, act] of after.entries()) {
    const key = `story:${place}`
    if (act.person === reader || (await house.wasDone(`${key}:0`)) || !(await act.fits(stage))) continue
    const now = await house.now()
    if (act.at > now) await wakeUntil(house, act.at, now)
    if (!(await act.play({ ...stage, house: underKey(house, key) })).ok) continue
    await house.settle()
    return act.sentence
  }
  return null
}

/** What an act does is kept under its place in the story, so that none is played twice. */
function underKey(house: House, key: string): House {
  let nth = 0
  return {
    ...house,
    run: (person, useCase, input) => house.run(person, useCase, input, `${key}:${nth++}`),
  }
}

/** Moves the clock to a moment; each morning on the way is a morning on which reminders go out. */
export async function wakeUntil(house: House, to: Moment, from: Moment): Promise<void> {
  for (let on = dayOf(from); on <= dayOf(to); on = addDays(on, 1)) {
    const morning = momentAt(on, '09:00')
    if (morning > from && morning < to) {
      await house.setClock(morning)
      await house.settle()
    }
  }
  if (to > from) await house.setClock(to)
}
