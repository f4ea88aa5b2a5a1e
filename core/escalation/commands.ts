import * as z from 'zod/mini'

import { aDay } from '../calendar/commands.ts'
import type { PostId } from '../ids.ts'
import { AREA_NAMES } from './areas.ts'
import type { Area } from './areas.ts'
import type { Ladder } from './ladder.ts'

z.config({ jitless: true })

const MOST = 2000

function words(sentence: string): z.ZodMiniType<string, string> {
  return z
    .string(sentence)
    .check(
      z.trim(),
      z.minLength(1, sentence),
      z.maxLength(MOST, 'This is too long: 2,000 characters at most.'),
    )
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
  }),
  'say-kept': z.object({}),
  'confirm-kept': z.object({
    outcome: z.optional(
      z.string().check(z.trim(), z.maxLength(MOST, 'This is too long: 2,000 characters at most.')),
    ),
  }),
  'deny-kept': z.object({ interimSafety, addressee, due }),
  'step-up': z.object({ interimSafety, addressee, due }),
  'withdraw-escalation': z.object({ reason: words('Say why it is withdrawn.') }),
  'give-feedback': z.object({ feedback: words('Say what came of it.') }),
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
    z.extend(answers['withdraw-escalation'], { deed: z.literal('withdraw-escalation') }),
    z.extend(answers['give-feedback'], { deed: z.literal('give-feedback') }),
    z.extend(answers['set-theme'], { deed: z.literal('set-theme') }),
  ],
  'Choose what to do.',
)
export type EscalationAnswer = z.infer<typeof escalationAnswerSchema>
export type EscalationAct = EscalationAnswer['deed']
export type EscalationAnswerOf<D extends EscalationAct> = Extract<EscalationAnswer, { deed: D }>

const ladder = z.object({
  id: z.string().check(z.minLength(1)),
  schemaVersion: z.literal(1),
  name: z.string().check(z.minLength(1)),
  source: z.string(),
  rungs: z
    .array(
      z.object({
        name: z.string().check(z.minLength(1)),
        between: z.string().check(z.minLength(1)),
        reply: z.union([z.int().check(z.positive()), z.literal('day-set'), z.literal('to-be-filled')]),
        tellsOffice: z.boolean(),
      }),
    )
    .check(z.minLength(1)),
})

/** A ladder from data, or from the row in which an escalation keeps its own. Throws when it is none. */
export function parseLadder(given: unknown): Ladder {
  return ladder.parse(given)
}
