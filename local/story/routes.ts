import { Hono } from 'hono'
import * as z from 'zod/mini'

import { addDays, parseDay } from '#core/calendar/day.ts'
import { dayOf, momentAt, timeOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import { inWords } from '#core/calendar/words.ts'
import type { PersonId } from '#core/ids.ts'

import type { House } from '../house.ts'
import { playOn, wakeUntil } from './play.ts'
import type { Stage, Story } from './story.ts'

type Options = {
  readonly story: Story
  readonly stage: Stage
  readonly tokenFor: (person: string) => string
  readonly personOf: (authorization: string | undefined) => PersonId | undefined
  readonly startAgain: () => Promise<void>
}

const MOST_DAYS = 400

/** What only local mode has: personas, the clock that moves, the story, and starting again. */
export function storyRoutes({ story, stage, tokenFor, personOf, startAgain }: Options): Hono {
  const app = new Hono()
  const { house } = stage
  const { personas, startHere } = story
  const inTurn = oneAfterAnother()

  app.get('/personas', (c) => c.json({ personas, steps: startHere }))
  app.post('/sign-in', async (c) => {
    const asked = z.object({ person: z.string() }).safeParse(await c.req.json().catch(() => undefined))
    const persona = asked.success && personas.find(({ id }) => id === asked.data.person)
    return persona ? c.json({ token: tokenFor(persona.id) }) : no(422, 'Choose a person from the list.')
  })

  app.use('/clock', (c, next) =>
    personOf(c.req.header('authorization')) ? next() : Promise.resolve(NOT_SIGNED_IN()),
  )
  app.use('/story/*', (c, next) =>
    personOf(c.req.header('authorization')) ? next() : Promise.resolve(NOT_SIGNED_IN()),
  )
  app.get('/clock', async (c) => c.json(clockView(await house.now())))
  app.post('/clock', async (c) => {
    const asked = z.object({ to: z.string() }).safeParse(await c.req.json().catch(() => undefined))
    return inTurn(async () => {
      const now = await house.now()
      const to = asked.success ? await momentFor(house, asked.data.to, now) : undefined
      if (to === undefined || to <= now) return no(422, 'The clock only moves forward. Choose a later day.')
      if (dayOf(to) > addDays(dayOf(now), MOST_DAYS))
        return no(422, 'That is more than a year ahead. Choose a nearer day.')
      await wakeUntil(house, to, now)
      await house.settle()
      return c.json(clockView(await house.now()))
    })
  })
  app.post('/story/play', (c) =>
    inTurn(async () =>
      c.json({ played: await playOn(story, stage, personOf(c.req.header('authorization'))) }),
    ),
  )
  app.post('/story/start-again', (c) =>
    inTurn(async () => {
      await startAgain()
      return c.json({})
    }),
  )
  return app
}

/** The next reminder that will go out, the next morning, or the morning of a day. */
async function momentFor(house: House, to: string, now: Moment): Promise<Moment | undefined> {
  if (to === 'next-day') return momentAt(addDays(dayOf(now), 1), '09:00')
  if (to === 'next-deadline') return house.nextPromptAt()
  const day = parseDay(to)
  return day && momentAt(day, '09:00')
}

function clockView(now: Moment) {
  const day = dayOf(now)
  return { now, day, words: `${inWords(day, day)} ${day.slice(0, 4)}, ${timeOf(now)}` }
}

const NOT_SIGNED_IN = (): Response => no(401, 'Sign in first.')

function no(status: 401 | 422, detail: string): Response {
  const body = { status, title: status === 401 ? 'Please sign in' : 'That does not work', detail }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  })
}

/** Two people who move the clock at once move it one after the other. */
function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}
