import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import type { PersonId } from '#core/ids.ts'

const HOURS_12 = 12 * 3600 * 1000

/** Persona sign-in for one machine: a bearer token that this directory's own key signs. */
export function localSignIn(keyFile: string, realNow: () => number) {
  const key = ownKey(keyFile)
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest()
  return {
    tokenFor(person: string): string {
      const text = `${person}.${realNow() + HOURS_12}`
      return `${text}.${sign(text).toString('base64url')}`
    },
    /** The person of an `Authorization` header, or undefined for anything that we did not sign, or too old. */
    personOf(authorization: string | undefined): PersonId | undefined {
      const [, person, until, mac] = /^Bearer ([\w-]+)\.(\d+)\.([\w-]+)$/.exec(authorization ?? '') ?? []
      if (person === undefined || until === undefined || mac === undefined) return undefined
      const given = Buffer.from(mac, 'base64url')
      const ours = sign(`${person}.${until}`)
      if (given.length !== ours.length || !timingSafeEqual(given, ours) || Number(until) < realNow())
        return undefined
      return person as PersonId
    },
  }
}

/** A secret of this directory, made once. */
export function ownKey(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}
