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
    seePeople: z.boolean(),
    withdraw: z.boolean(),
    editPrompts: z.boolean(),
    monitor: z.boolean(),
    seeAgency: z.boolean(),
  }),
  /** The partnership's first run is not finished, and it is theirs. */
  firstRun: z.boolean(),
  /** Posts that somebody else held before them came to them within the last days. */
  tookOver: z.boolean(),
  /** When a manager last went through the person's sheet with them. */
  talked: z.nullable(z.object({ on: z.string(), manager: z.string() })),
  /** Incidents whose 72 hours run: for the partnership. */
  clocks: z.array(z.object({ id: z.string(), says: z.string() })),
  /** How many reminders of what is owed reached nobody: for the partnership. */
  undelivered: z.number(),
  /** Whom to ring, in words: "Bea Officer-Test at the partnership: 01632 960123". */
  help: z.string(),
  /** The day of the process; lateness is seen from it. */
  today: z.string(),
  /** Local mode: the clock can be moved and the story played on. */
  local: z.boolean(),
})
export type MeView = z.infer<typeof meView>

const held = z.object({
  person: z.string(),
  name: z.string(),
  from: z.string(),
  to: z.nullable(z.string()),
})
export type HeldView = z.infer<typeof held>

/** A post and who holds it: nobody today is `holder: null`. */
export const seatRow = z.object({
  id: z.string(),
  title: z.string(),
  /** Its round, or that it is the partnership's own. */
  of: z.string(),
  holder: z.nullable(held),
  /** Who follows on a later day. */
  next: z.nullable(held),
  deputies: z.array(held),
  /** Open duties of the post that the person may see. */
  owes: z.number(),
})
export type SeatRow = z.infer<typeof seatRow>

/** Somebody from outside, and until when they are let in. */
export const guestView = z.object({
  person: z.string(),
  name: z.string(),
  agency: z.string(),
  until: z.string(),
  ended: z.boolean(),
})
export type GuestView = z.infer<typeof guestView>

export const holdingsView = z.object({
  posts: z.array(seatRow),
  /** Agencies that nobody represents on the board, for whoever may change that. */
  unrepresented: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Guests, for whoever confirms them: whose time ends first comes first. */
  guests: z.array(guestView),
  may: z.object({ handOver: z.boolean(), letIn: z.boolean() }),
})
export type HoldingsView = z.infer<typeof holdingsView>

/** One post, who held it since when, and who said so. */
export const seatView = z.object({
  ...seatRow.shape,
  version: z.number(),
  /** Newest first: "Ada Lead-Test named Wes Worker-Test, from 20 June." */
  history: z.array(z.object({ at: z.string(), says: z.string() })),
  may: z.object({ nameHolder: z.boolean(), nameDeputy: z.boolean(), leaveVacant: z.boolean() }),
})
export type SeatView = z.infer<typeof seatView>

export const postMade = z.object({ post: z.string() })
export const seatChanged = z.object({ version: z.number() })
export const handedOver = z.object({ posts: z.number() })

/** Somebody who leaves: what would be left without a holder, and what already is. */
export const leavingView = z.object({
  person: z.string(),
  name: z.string(),
  posts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      of: z.string(),
      /** An office of the partnership: who follows in it is said for it alone. */
      office: z.boolean(),
      as: z.enum(['holder', 'deputy']),
      from: z.string(),
      to: z.nullable(z.string()),
      owes: z.number(),
      asked: z.number(),
      actions: z.number(),
    }),
  ),
  /** Posts that were theirs and that nobody holds now or later. */
  left: z.array(z.object({ id: z.string(), title: z.string(), of: z.string() })),
})
export type LeavingView = z.infer<typeof leavingView>

/** What came with a post: a reference and where it stands in the tab. */
const takenThing = z.object({
  key: z.string(),
  number: z.string(),
  reference: z.string(),
  what: z.string(),
  due: z.nullable(z.string()),
  path: z.string(),
})
export type TakenThing = z.infer<typeof takenThing>

export const takenOverView = z.object({
  posts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** Who held it before. */
      before: z.string(),
      from: z.string(),
      /** Whether it is theirs today; what belongs to it is shown from its first day. */
      begun: z.boolean(),
      waiting: z.array(takenThing),
      asked: z.array(takenThing),
      actions: z.array(takenThing),
      returns: z.array(takenThing),
      forms: z.array(takenThing),
      meetings: z.array(takenThing),
    }),
  ),
})
export type TakenOverView = z.infer<typeof takenOverView>

export const foundThing = z.object({
  key: z.string(),
  kind: z.enum(['case', 'round', 'action', 'return', 'form', 'reply', 'escalation', 'person']),
  name: z.string(),
  says: z.string(),
  path: z.string(),
})
export type FoundThing = z.infer<typeof foundThing>

/** References, numbers and names of people who hold posts: never a text, never a child. */
export const findView = z.object({ items: z.array(foundThing), more: z.boolean() })
export type FindView = z.infer<typeof findView>
