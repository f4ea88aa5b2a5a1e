import * as z from 'zod/mini'

import { dutyItem } from '../duties/views.ts'

export const roundState = z.enum(['draft', 'approved', 'list-sent', 'evaluating', 'panel-held', 'complete'])

/** A row of the list of rounds. */
export const roundRow = z.object({
  id: z.string(),
  code: z.string(),
  theme: z.string(),
  state: roundState,
  stateWords: z.string(),
  start: z.string(),
  panelDay: z.nullable(z.string()),
  /** Open duties of the round past their day, of those that concern the person. */
  late: z.number(),
})
export type RoundRow = z.infer<typeof roundRow>

export const roundList = z.object({
  items: z.array(roundRow),
  may: z.object({ setUp: z.boolean(), editCalendar: z.boolean() }),
})
export type RoundList = z.infer<typeof roundList>

export const standing = z.enum(['done', 'late', 'today', 'next', 'to-come', 'passed', 'to-be-confirmed'])

/** A day of the timetable. */
export const timetableRow = z.object({
  id: z.string(),
  title: z.string(),
  /** Who does it, in words. */
  who: z.string(),
  /** "Monday 21 May", "Thursday 7 to Friday 8 June", "to be confirmed". */
  when: z.string(),
  from: z.nullable(z.string()),
  to: z.nullable(z.string()),
  bankHoliday: z.boolean(),
  standing,
})
export type TimetableRow = z.infer<typeof timetableRow>

/** A timetable as a calendar, and as the framework's printed table. */
export const timetableView = z.object({
  stages: z.array(z.object({ title: z.string(), days: z.array(timetableRow) })),
  printed: z.array(z.object({ title: z.string(), week: z.string(), cell: z.string() })),
})
export type TimetableView = z.infer<typeof timetableView>

/** The timetable while its days are being chosen. */
export const timetableProposal = z.object({
  /** Why there is none, with the day to take instead. */
  problems: z.array(z.object({ says: z.string(), proposed: z.string() })),
  warnings: z.array(z.string()),
  weeks: z.array(
    z.object({ monday: z.string(), words: z.string(), notes: z.array(z.string()), leftOut: z.boolean() }),
  ),
  timetable: z.nullable(timetableView),
})
export type TimetableProposal = z.infer<typeof timetableProposal>

export const roundMember = z.object({
  agency: z.string(),
  name: z.string(),
  /** Who holds its lead post today, and how messages reach them. */
  lead: z.nullable(
    z.object({ person: z.string(), name: z.string(), road: z.enum(['teams', 'mail', 'both']) }),
  ),
  jobTitle: z.string(),
  senior: z.boolean(),
  /** The name of the agency that collates for it. */
  collator: z.nullable(z.string()),
  /** How its answer to the long list stands; null while it was not asked. */
  reply: z.nullable(z.enum(['asked', 'received', 'given'])),
})
export type RoundMember = z.infer<typeof roundMember>

/** The round's page. */
export const roundView = z.object({
  id: z.string(),
  version: z.number(),
  code: z.string(),
  theme: z.string(),
  state: roundState,
  /** How it stands, in sentences. */
  says: z.string(),
  sources: z.array(z.string()),
  sourceWords: z.array(z.string()),
  method: z.object({ name: z.string(), longList: z.number() }),
  start: z.string(),
  leftOut: z.array(z.string()),
  panelDay: z.nullable(z.string()),
  /** Why the long list went out shorter than the method asks. */
  listReason: z.nullable(z.string()),
  approval: z.nullable(z.object({ by: z.string(), on: z.string() })),
  /** When it was closed, and why although something was owed. */
  closed: z.nullable(z.object({ on: z.string(), reason: z.nullable(z.string()) })),
  members: z.array(roundMember),
  /** By when agencies confirm the receipt of the long list, and say their involvement. */
  asks: z.object({ receipt: z.string(), answers: z.string() }),
  /** What the long list lacks before it can be sent. */
  lacking: z.object({ leadPerson: z.array(z.string()), seniority: z.array(z.string()), cases: z.number() }),
  counts: z.object({
    listed: z.number(),
    asked: z.number(),
    received: z.number(),
    given: z.number(),
    chosen: z.number(),
  }),
  timetable: timetableView,
  /** The open duties by their day: what is late, then what is next. */
  duties: z.array(dutyItem),
  late: z.number(),
  open: z.number(),
  /** The one thing to do next in this state, if it is the signed-in person's. */
  next: z.nullable(
    z.enum([
      'record-approval',
      'write-long-list',
      'name-lead-persons',
      'send-long-list',
      'choose-cases',
      'open-grid',
      'close-round',
    ]),
  ),
  may: z.object({
    change: z.boolean(),
    approve: z.boolean(),
    seeLongList: z.boolean(),
    writeLongList: z.boolean(),
    send: z.boolean(),
    copy: z.boolean(),
    choose: z.boolean(),
    grid: z.boolean(),
    panelDay: z.boolean(),
    pack: z.boolean(),
    close: z.boolean(),
  }),
})
export type RoundView = z.infer<typeof roundView>

/** What a round is set up from. */
export const roundOptions = z.object({
  methods: z.array(z.object({ id: z.string(), name: z.string(), longList: z.number() })),
  people: z.array(z.object({ id: z.string(), name: z.string(), jobTitle: z.string() })),
  /** The agencies that are known, each with who leads it today, what it was last, and its collator's name. */
  agencies: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      lead: z.nullable(z.string()),
      jobTitle: z.string(),
      collator: z.nullable(z.string()),
    }),
  ),
  /** The Monday after this week, and what is taken: letters of cases, codes of rounds. */
  start: z.string(),
  taken: z.object({ prefixes: z.array(z.string()), codes: z.array(z.string()) }),
})
export type RoundOptions = z.infer<typeof roundOptions>

export const roundSaved = z.object({ id: z.string(), code: z.string(), version: z.number() })
export type RoundSavedView = z.infer<typeof roundSaved>

const threshold = z.enum([
  'assessed',
  'early-help',
  'early-help-closed',
  'child-in-need',
  'child-protection',
  'child-in-care',
])

/** The long list, with who the children are: every view of it is audited. */
export const longListView = z.object({
  code: z.string(),
  version: z.number(),
  cases: z.array(
    z.object({
      reference: z.string(),
      name: z.string(),
      born: z.nullable(z.string()),
      threshold,
      adults: z.array(
        z.object({
          name: z.string(),
          relation: z.string(),
          livesWith: z.boolean(),
          parentalResponsibility: z.boolean(),
        }),
      ),
    }),
  ),
})
export type LongListView = z.infer<typeof longListView>

/** A file that the tab makes out of a text. */
export const textFile = z.object({ name: z.string(), text: z.string() })
export type TextFile = z.infer<typeof textFile>

export const bankHolidayList = z.object({
  days: z.array(z.object({ day: z.string(), name: z.string() })),
  may: z.object({ edit: z.boolean() }),
})
export type BankHolidayList = z.infer<typeof bankHolidayList>
export const bankHolidaySet = z.object({ day: z.string(), is: z.boolean() })
