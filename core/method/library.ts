import { parseMethod } from './method.ts'
import type { Method } from './method.ts'
import { oldhamFull } from './oldham-full.ts'
import { parseEach } from './problems.ts'
import type { Parsed } from './problems.ts'

/** The methods that the product has, unread. */
export const methods: readonly unknown[] = [oldhamFull]

/** Reads them at start: all of them, or all that is wrong with any of them. */
export function loadMethods(): Parsed<readonly Method[]> {
  return parseEach('methods', methods, parseMethod)
}
