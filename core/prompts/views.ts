import * as z from 'zod/mini'

z.config({ jitless: true })

const quietDays = z.object({ from: z.string(), to: z.string() })

/** How many reminders of which kind would go out by a day, if nobody answered anything until then. */
export const forecastView = z.object({
  until: z.string(),
  total: z.number(),
  kinds: z.array(z.object({ kind: z.string(), name: z.string(), count: z.number() })),
})
export type ForecastView = z.infer<typeof forecastView>

/** One step: its words, to whom, and its number of working days where it has one that can be another. */
export const stepView = z.object({
  step: z.string(),
  when: z.string(),
  to: z.string(),
  days: z.nullable(z.number()),
  usual: z.nullable(z.number()),
})

export const kindView = z.object({ kind: z.string(), name: z.string(), steps: z.array(stepView) })
export type KindView = z.infer<typeof kindView>

/** When prompts go out and how far apart they are, as it stands. */
export const promptsView = z.object({
  version: z.number(),
  hours: z.object({ from: z.string(), to: z.string() }),
  quiet: z.array(quietDays),
  overviews: z.object({ morning: z.string(), weekly: z.string() }),
  groups: z.array(z.object({ name: z.string(), kinds: z.array(kindView) })),
  /** Who changed it last, and when; null while all is as it came. */
  changed: z.nullable(z.string()),
  forecast: forecastView,
})
export type PromptsView = z.infer<typeof promptsView>

export const promptsSaved = z.object({ version: z.number() })

/**
 * How a reminder ended that did not go its way: it did not arrive, it went by the other road instead, nobody holds the
 * post to which it was addressed, or whoever holds it is away and nobody deputises.
 */
const ended = z.enum(['not-delivered', 'by-mail', 'in-teams', 'nobody', 'away'])
export type Ended = z.infer<typeof ended>

/** A reminder of something that is still owed: references and posts, never a text. */
export const undeliveredItem = z.object({
  key: z.string(),
  /** The message to be tried again; null when there is none. */
  message: z.nullable(z.string()),
  reference: z.string(),
  number: z.string(),
  /** What was asked for. */
  asks: z.string(),
  path: z.string(),
  who: z.string(),
  ended,
  why: z.string(),
  at: z.string(),
})
export type UndeliveredItem = z.infer<typeof undeliveredItem>

export const undeliveredList = z.object({ items: z.array(undeliveredItem), more: z.boolean() })
export type UndeliveredList = z.infer<typeof undeliveredList>

export const sentAgain = z.object({ message: z.string() })

/** What somebody set about what they hear; `mute` only for themselves. */
export const settingsView = z.object({
  version: z.number(),
  name: z.string(),
  road: z.enum(['teams', 'mail', 'both']),
  away: z.nullable(z.object({ from: z.string(), to: z.string() })),
  mute: z.nullable(z.object({ early: z.boolean(), overviews: z.boolean(), has: z.boolean() })),
})
export type SettingsView = z.infer<typeof settingsView>
export const settingsSaved = z.object({ version: z.number() })
