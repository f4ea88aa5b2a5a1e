import * as z from 'zod/mini'

/** Who is signed in, what they hold, and what the screens may show them. */
export const meView = z.object({
  name: z.string(),
  posts: z.array(z.object({ id: z.string(), title: z.string() })),
  may: z.object({
    recordAction: z.boolean(),
    chase: z.boolean(),
    seeTeam: z.boolean(),
    seeRounds: z.boolean(),
  }),
  /** Whom to ring, in words: "Bea Officer-Test at the partnership: 01632 960123". */
  help: z.string(),
  /** The day of the process; lateness is seen from it. */
  today: z.string(),
  /** Local mode: the clock can be moved and the story played on. */
  local: z.boolean(),
})
export type MeView = z.infer<typeof meView>
