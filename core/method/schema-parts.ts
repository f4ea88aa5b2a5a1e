import * as z from 'zod/mini'

/** A name inside the method, such as "panel"; it never changes once rounds were made with it. */
export const id = z
  .string('Give it an id.')
  .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is written in small letters, figures and hyphens.'))

export const text = z.string('Write a text.').check(z.trim(), z.minLength(1, 'Write a text.'))

/** A whole number from 1. */
export const count = z
  .number('Give a whole number.')
  .check(
    z.refine(Number.isInteger, 'Give a whole number.'),
    z.gte(1, 'Give a whole number from 1.'),
    z.lte(500, 'This is too large: 500 at most.'),
  )

export function group<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
): z.ZodMiniObject<Shape, z.core.$strict> {
  return z.strictObject(shape, 'A group of settings belongs here.')
}

export function listOf<Item extends z.core.$ZodType>(item: Item): z.ZodMiniArray<Item> {
  return z.array(item, 'A list belongs here.').check(z.minLength(1, 'This list is empty.'))
}

export function oneOf<const Words extends readonly string[]>(
  words: Words,
): z.ZodMiniEnum<{ [Word in Words[number]]: Word }> {
  return z.enum(words, `Choose one of: ${words.join(', ')}.`)
}
