import { addDays } from '#core/calendar/day.ts'
import { dayOf, momentAt } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { PersonId } from '#core/ids.ts'

import type { House } from '../house.ts'
import { after, arrival, before } from './acts.ts'
import { exampleshire } from './exampleshire.ts'

/**
 * Loads the example through the use cases: each act at its time, with the mornings between them, so that
 * every reminder of those days was really sent.
 */
export async function loadExample(
  house: House,
  install: () => Promise<void>,
  said: (words: string) => void,
): Promise<void> {
  await house.furnish(exampleshire)
  let now = before[0]?.at ?? arrival
  await house.setClock(now)
  await install()
  for (const act of before) {
    await wakeUntil(house, act.at, now)
    if (!(await act.play(house))) throw new Error(`the example does not load: ${act.sentence}`)
    await house.settle()
    now = act.at
  }
  await wakeUntil(house, arrival, now)
  await house.finishFurnishing()
  said('The example stands at Monday 18 June 2018, 10:00.')
}

/** Plays the next act that still fits and is not the reader's own; null when the story is over. */
export async function playOn(house: House, reader: PersonId | undefined): Promise<string | null> {
  for (const act of after) {
    if (act.person === reader || !(await act.fits(house))) continue
    const now = await house.now()
    if (act.at > now) await wakeUntil(house, act.at, now)
    if (!(await act.play(house))) continue
    await house.settle()
    return act.sentence
  }
  return null
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
  await house.setClock(to)
  await house.settle()
}
