import { session } from '../session.ts'
import type { Road } from './road.ts'
import { standIn } from './standing.ts'
import { SignInTrouble } from './trouble.ts'

/** Local mode: the token of a persona, chosen on the sign-in page. */
export const localRoad: Road = {
  async get() {
    const token = session.token()
    if (token === null) throw signedOut()
    return token
  },
  async anew() {
    session.end()
    throw signedOut()
  },
  async ask() {
    throw signedOut()
  },
  who: async () => undefined,
  async end() {
    session.end()
  },
}

/** Goes on as the persona who was chosen. */
export function beginAs(token: string): void {
  session.start(token)
  standIn()
}

const signedOut = () => new SignInTrouble({ why: 'signed-out' })
