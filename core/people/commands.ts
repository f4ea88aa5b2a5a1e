import * as z from 'zod/mini'

import { aDay } from '../calendar/commands.ts'
import type { AgencyId, PersonId, PostId } from '../ids.ts'
import type { Deps } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { Write } from '../writes.ts'
import type { Road } from './post.ts'

z.config({ jitless: true })

const CHOOSE = 'Choose a person from the list, or give a name and a mail address.'
const MAIL = 'Give a mail address, for example sam@example.org.'
const TOO_LONG = 'This name is too long: 120 characters at most.'

/** A person who is known here, or one who is named for the first time, with the road that reaches them. */
export const personRef = z.union(
  [
    z.object({
      person: z.pipe(
        z.string(CHOOSE).check(z.minLength(1, CHOOSE)),
        z.transform((id) => id as PersonId),
      ),
    }),
    z.object({
      name: z.string(CHOOSE).check(z.trim(), z.minLength(1, 'Give the name.'), z.maxLength(120, TOO_LONG)),
      mail: z
        .string(CHOOSE)
        .check(z.trim(), z.maxLength(200, MAIL), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, MAIL)),
      jobTitle: z
        .string(CHOOSE)
        .check(z.trim(), z.maxLength(120, 'This job is too long: 120 characters at most.')),
      road: z.enum(['teams', 'mail', 'both'] satisfies Road[], 'Choose how they hear from us.'),
    }),
  ],
  CHOOSE,
)
export type PersonRef = z.infer<typeof personRef>

const FROM = 'Give the first day, for example 20 6 2018.'

/** Somebody holds a post from a day on, or deputises. */
export const fillPostSchema = z.object({ who: personRef, from: aDay(FROM) })
export type FillPost = z.infer<typeof fillPostSchema>

/** Nobody holds it, or deputises, from a day on. */
export const endHoldingSchema = z.object({
  as: z.enum(['holder', 'deputy'], 'Choose whose time ends: the holder’s or the deputy’s.'),
  from: aDay('Give the first day without them, for example 20 6 2018.'),
})
export type EndHolding = z.infer<typeof endHoldingSchema>

/** An agency that gets somebody on the board. */
export const representativeSchema = z.object({
  agency: z.pipe(
    z.string('Choose an agency.').check(z.minLength(1, 'Choose an agency.')),
    z.transform((id) => id as AgencyId),
  ),
})
export type MakeRepresentative = z.infer<typeof representativeSchema>

const postId = z.pipe(
  z.string('Choose a post.'),
  z.transform((id) => id as PostId),
)

/** Somebody leaves: one successor for all that they hold, or another one for single posts; for offices always. */
export const handOverSchema = z.object({
  from: aDay('Give the first day without them, for example 20 6 2018.'),
  to: z.optional(personRef),
  others: z
    .array(z.object({ post: postId, to: personRef }))
    .check(z.maxLength(500, 'This is too much for one move.')),
  /** The posts that were shown: what came to them meanwhile is looked at first. */
  posts: z.array(postId).check(z.maxLength(500, 'This is too much for one move.')),
})
export type HandOver = z.infer<typeof handOverSchema>

/** The person meant, and what has to be written first when they are new. */
export type Named = { readonly person: PersonId; readonly writes: readonly Write[] }

/** Whoever has the mail address is that person: nobody is known twice. */
export async function namePerson(
  { reads, ids }: Deps,
  said: PersonRef,
): Promise<Result<Named, 'no-such-person'>> {
  if ('person' in said) {
    const known = await reads.knowsPerson(said.person)
    return known ? ok({ person: said.person, writes: [] }) : refused('no-such-person')
  }
  const before = await reads.personWithMail(said.mail)
  if (before) return ok({ person: before, writes: [] })
  const id = ids.next<PersonId>()
  return ok({ person: id, writes: [{ kind: 'person', person: { id, ...said } }] })
}
