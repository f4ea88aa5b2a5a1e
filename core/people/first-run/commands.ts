import * as z from 'zod/mini'

import type { AgencyId, PostId } from '../../ids.ts'
import { LABEL_PACKS } from '../../method/labels/label-pack.ts'
import { personRef } from '../commands.ts'

z.config({ jitless: true })

const LONGEST_LINE = 200
const MOST_AGENCIES = 60

function line(sentence: string): z.ZodMiniType<string, string> {
  return z
    .string(sentence)
    .check(
      z.trim(),
      z.minLength(1, sentence),
      z.maxLength(LONGEST_LINE, 'This is too long: 200 characters at most.'),
    )
}

/** How the partnership is called, whom people ring who do not get on, and whose words it uses. */
export const partnershipSchema = z.object({
  name: line('Give the name of the partnership.'),
  contactName: line('Say whom people can ring.'),
  contactPhone: line('Give a phone number.'),
  /** Null: each method brings its own. */
  labels: z.nullable(z.enum(LABEL_PACKS, 'Choose the words from the list.')),
})
export type DescribePartnership = z.infer<typeof partnershipSchema>

/** Those that are known already are passed over. */
export const addAgenciesSchema = z.object({
  names: z
    .array(line('Give the name of each agency.'), 'Add at least one agency.')
    .check(
      z.minLength(1, 'Add at least one agency.'),
      z.maxLength(MOST_AGENCIES, 'At most 60 agencies at once.'),
    ),
})
export type AddAgencies = z.infer<typeof addAgenciesSchema>

const CHOOSE_ROLE = 'Choose what they do.'

/** What somebody does: an office of the partnership, or answering for an agency; lead persons come with rounds. */
export const namePersonSchema = z.object({
  who: personRef,
  role: z.union(
    [
      z.object({
        office: z.pipe(
          z.string(CHOOSE_ROLE).check(z.minLength(1, CHOOSE_ROLE)),
          z.transform((id) => id as PostId),
        ),
      }),
      z.object({
        represents: z.pipe(
          z.string(CHOOSE_ROLE).check(z.minLength(1, CHOOSE_ROLE)),
          z.transform((id) => id as AgencyId),
        ),
      }),
    ],
    CHOOSE_ROLE,
  ),
})
export type NamePerson = z.infer<typeof namePersonSchema>

/** Nothing to say but that it is so. */
export const nothingSchema = z.object({})
