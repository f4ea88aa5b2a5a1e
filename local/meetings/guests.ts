import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import * as z from 'zod/mini'

import type { PersonId } from '#core/ids.ts'
import type { Attendee } from '#core/meetings/meetings.ts'

/** Who was invited, as a calendar knows it: who has to hear when the meeting is moved or cancelled. */
export type Guest = Pick<Attendee, 'person' | 'name'>

const kept = z.array(
  z.object({
    person: z.pipe(
      z.string(),
      z.transform((id) => id as PersonId),
    ),
    name: z.string(),
  }),
)

export type Guests = {
  /** Nobody when nobody was invited under that name. */
  of(name: string): Promise<readonly Guest[]>
  keep(name: string, guests: readonly Guest[]): Promise<void>
}

/** The lists of guests beside the appointments, which name nobody: one file for each meeting. */
export function openGuests(dir: string): Guests {
  const pathOf = (name: string): string => join(dir, `${name}.json`)
  return {
    async of(name) {
      const text = await readFile(pathOf(name), 'utf8').catch((fault: unknown) => {
        if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return '[]'
        throw fault
      })
      return kept.parse(JSON.parse(text))
    },
    async keep(name, guests) {
      await mkdir(dir, { recursive: true, mode: 0o700 })
      const text = JSON.stringify(guests.map(({ person, name: called }) => ({ person, name: called })))
      await writeFile(`${pathOf(name)}.part`, text, { mode: 0o600 })
      await rename(`${pathOf(name)}.part`, pathOf(name))
    },
  }
}
