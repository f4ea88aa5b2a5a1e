import * as z from 'zod/mini'

import { aDay } from '../calendar/commands.ts'
import type { PostId } from '../ids.ts'
import { AREA_NAMES } from './areas.ts'
import type { Area } from './areas.ts'
import type { DangerGuide } from './danger.ts'
import type { Ladder } from './ladder.ts'

z.config({ jitless: true })

const MOST = 2000
const LONG = 'This is too long: 2,000 characters at most.'

function words(sentence: string): z.ZodMiniType<string, string> {
  return z.string(sentence).check(z.trim(), z.minLength(1, sentence), z.maxLength(MOST, LONG))
}

function post(sentence: string) {
  return z.pipe(
    z.string(sentence).check(z.minLength(1, sentence)),
    z.transform((id) => id as PostId),
  )
}

const interimSafety = words('Say how the child is kept safe until this is settled.')
const addressee = post('Choose whom to ask.')
/** An earlier day than the ladder's, or the day of a rung that has none; left out, it is the ladder's. */
const due = z.optional(aDay('Give a day, or leave it out.'))
/** The rung that opens (counted from 0), when stages are skipped, and why. */
const rung = z.optional(z.int('Choose a stage.').check(z.minimum(0, 'Choose a stage.')))
const skipBecause = z.optional(
  z.string('Say why stages are skipped.').check(z.trim(), z.maxLength(MOST, LONG)),
)
const area = z.enum(AREA_NAMES as Area[], 'Choose what it is about.')

/** The door through which a concern comes. "Is a child in danger now?" is asked first. */
export const raiseEscalationSchema = z.object({
  danger: z.boolean('Say whether a child is in danger now.'),
  concern: words('Say what worries you.'),
  about: area,
  /** Such as N-08; empty when it is about no case of a round. */
  reference: z
    .string('Give the reference of the case, or leave it empty.')
    .check(z.trim(), z.regex(/^(?:[A-Z]{1,4}-\d{2})?$/, 'A reference looks like N-08. Never a name.')),
  raiser: post('Choose as whom you raise it.'),
  addressee,
  interimSafety,
  due,
  rung,
  skipBecause,
  ladder: z.optional(z.string('Choose a procedure.')),
})
export type RaiseEscalation = z.infer<typeof raiseEscalationSchema>

const answers = {
  promise: z.object({
    what: words('Say what will be done.'),
    who: z
      .string('Say who will do it.')
      .check(
        z.trim(),
        z.minLength(1, 'Say who will do it.'),
        z.maxLength(200, 'This is too long: 200 characters at most.'),
      ),
    by: aDay('Give the day by which it will be done.'),
    /** The meeting or panel for which it waits: its raiser is asked whether it can be stepped up before. */
    waitsFor: z.optional(
      z
        .string('Say for which meeting it waits.')
        .check(z.trim(), z.maxLength(200, 'This is too long: 200 characters at most.')),
    ),
  }),
  'say-kept': z.object({}),
  'confirm-kept': z.object({
    outcome: z.optional(z.string().check(z.trim(), z.maxLength(MOST, LONG))),
  }),
  'deny-kept': z.object({ interimSafety, addressee, due, rung, skipBecause }),
  'step-up': z.object({ interimSafety, addressee, due, rung, skipBecause }),
  'wait-on': z.object({}),
  'withdraw-escalation': z.object({ reason: words('Say why it is withdrawn.') }),
  'give-feedback': z.object({ feedback: words('Say what came of it.') }),
  'hear-feedback': z.object({}),
  'set-theme': z.object({ theme: z.nullable(area) }),
} as const

/** The one door for answers about an escalation, from cards, tab and browser alike. */
export const escalationAnswerSchema = z.discriminatedUnion(
  'deed',
  [
    z.extend(answers.promise, { deed: z.literal('promise') }),
    z.extend(answers['say-kept'], { deed: z.literal('say-kept') }),
    z.extend(answers['confirm-kept'], { deed: z.literal('confirm-kept') }),
    z.extend(answers['deny-kept'], { deed: z.literal('deny-kept') }),
    z.extend(answers['step-up'], { deed: z.literal('step-up') }),
    z.extend(answers['wait-on'], { deed: z.literal('wait-on') }),
    z.extend(answers['withdraw-escalation'], { deed: z.literal('withdraw-escalation') }),
    z.extend(answers['give-feedback'], { deed: z.literal('give-feedback') }),
    z.extend(answers['hear-feedback'], { deed: z.literal('hear-feedback') }),
    z.extend(answers['set-theme'], { deed: z.literal('set-theme') }),
  ],
  'Choose what to do.',
)
export type EscalationAnswer = z.infer<typeof escalationAnswerSchema>
export type EscalationAct = EscalationAnswer['deed']
export type EscalationAnswerOf<D extends EscalationAct> = Extract<EscalationAnswer, { deed: D }>

const reply = z.union([
  z.int().check(z.positive()),
  z.object({ hours: z.int().check(z.positive()) }),
  z.literal('day-set'),
  z.literal('to-be-filled'),
])

const ladder = z.object({
  id: z.string().check(z.minLength(1)),
  schemaVersion: z.literal(1),
  version: z._default(z.int(), 0),
  name: z.string().check(z.minLength(1)),
  source: z.string(),
  stepUpAfter: z._default(z.int().check(z.positive()), 5),
  rungs: z
    .array(
      z.object({
        name: z.string().check(z.minLength(1)),
        between: z.string().check(z.minLength(1)),
        reply,
        tellsOffice: z.boolean(),
        says: z._default(z.string(), ''),
      }),
    )
    .check(z.minLength(1)),
})

/** A ladder from data, or from the row in which an escalation keeps its own. Throws when it is none. */
export function parseLadder(given: unknown): Ladder {
  return ladder.parse(given)
}

function line(sentence: string, most = 200) {
  return z
    .string(sentence)
    .check(
      z.trim(),
      z.minLength(1, sentence),
      z.maxLength(most, `This is too long: ${most} characters at most.`),
    )
}

const NO_TIME = 'Give working days from 1 to 60, hours from 1 to 240, or say that a day is set each time.'
/** So that a number out of range is a complaint about the reply as a whole. */
const ENDS = { abort: true } as const
const MOST_RUNGS = 8

/** A ladder as the partnership fills it in: every time is known, and each complaint names its place. */
export const editLadderSchema = z.object({
  id: z.string('Choose a procedure.').check(z.minLength(1, 'Choose a procedure.'), z.maxLength(60)),
  name: line('Give the procedure a name.'),
  source: z
    .string('Say where its times come from.')
    .check(z.trim(), z.maxLength(500, 'This is too long: 500 characters at most.')),
  stepUpAfter: z
    .int('Give working days from 1 to 60.')
    .check(z.minimum(1, 'Give working days from 1 to 60.'), z.maximum(60, 'Give working days from 1 to 60.')),
  rungs: z
    .array(
      z.object({
        name: line('Give the stage a name.', 60),
        between: line('Say who speaks to whom.'),
        reply: z.union(
          [
            z.int().check(z.minimum(1, ENDS), z.maximum(60, ENDS)),
            z.object({ hours: z.int().check(z.minimum(1, ENDS), z.maximum(240, ENDS)) }),
            z.literal('day-set'),
          ],
          NO_TIME,
        ),
        tellsOffice: z.boolean('Say whether the partnership’s office is told.'),
        says: z.string('Say what is done.').check(z.trim(), z.maxLength(MOST, LONG)),
      }),
      'Give it a stage.',
    )
    .check(
      z.minLength(1, 'Give it a stage.'),
      z.maxLength(MOST_RUNGS, `A procedure has ${MOST_RUNGS} stages at most.`),
    ),
})
export type EditLadder = z.infer<typeof editLadderSchema>

const PHONE = 'Give a telephone number, for example 01632 960123.'
const LINK = 'Give an address that begins with https://, of 300 characters at most.'

/** What to do in each area when a child is in danger now. A number that is not known yet is left empty. */
export const editDangerSchema = z.object({
  areas: z
    .array(
      z.object({
        name: line('Name the area or service.', 100),
        phone: z.string(PHONE).check(z.trim(), z.regex(/^(?:\+?[\d ()]{3,25})?$/, PHONE)),
        says: line('Say what to do.', 500),
        consult: z._default(z.string(PHONE).check(z.trim(), z.regex(/^(?:\+?[\d ()]{3,25})?$/, PHONE)), ''),
        link: z._default(
          z.string(LINK).check(z.trim(), z.maxLength(300, LINK), z.regex(/^(?:https:\/\/\S+)?$/, LINK)),
          '',
        ),
      }),
      'Give an area.',
    )
    .check(z.minLength(1, 'Give an area.'), z.maxLength(12, 'There are 12 areas at most.')),
})
export type EditDanger = z.infer<typeof editDangerSchema>

const dangerGuide = z.object({
  version: z.int(),
  areas: z.array(
    z.object({
      name: z.string(),
      phone: z.string(),
      says: z.string(),
      consult: z._default(z.string(), ''),
      link: z._default(z.string(), ''),
    }),
  ),
})

/** The guide from its row. Throws when it is none. */
export function parseDanger(given: unknown): DangerGuide {
  return dangerGuide.parse(given)
}
