import type { WorkerPart } from './form.ts'
import { PART_NAMES } from './parts.ts'

/** The headings of the Word form, in its order; what stands under each is a part of the worker's. */
export const WORD_HEADINGS = {
  metOn: 'When was the close-the-loop meeting?',
  ...PART_NAMES,
} as const satisfies Partial<Record<keyof WorkerPart, string>>
export type WordField = keyof typeof WORD_HEADINGS

/** What was found under the headings of a filled form: nothing of it is saved before somebody checked it. */
export type FilledForm = Readonly<Partial<Record<WordField, string>>>
