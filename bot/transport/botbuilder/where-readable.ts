import * as z from 'zod/mini'
import { catch as otherwise } from 'zod/mini'

/** A field that counts as absent when it isn't what we read it as (Teams adds, drops and nulls fields at will). */
export function whereReadable<T extends z.ZodMiniType>(schema: T) {
  return otherwise(z.optional(schema), undefined)
}
