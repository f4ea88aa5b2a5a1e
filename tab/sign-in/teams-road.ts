import { askTeams, joinTeams, openPopup } from '../teams.ts'
import { FOR_CONSENT } from './for-teams.ts'
import { heldToken } from './held-token.ts'
import type { Asked, Road } from './road.ts'
import { standBefore } from './standing.ts'
import { SignInTrouble, troubleOf } from './trouble.ts'

/** TeamsJS itself gives up after a minute; nobody looks at an empty page for so long. */
const SILENT_MS = 10_000

/** Inside Teams: Teams says who the person is, and no token is kept but in memory. */
export function teamsRoad(): Road {
  const held = heldToken(() => tokenOf({ silent: true }), Date.now)
  return {
    get: held.get,
    anew: held.anew,
    async ask({ claims, consent }: Asked) {
      held.forget()
      try {
        if (consent) await openPopup(new URL(FOR_CONSENT, window.location.origin))
        else held.keep(await tokenOf({ silent: false, claims }))
      } catch (fault) {
        throw asTrouble(fault)
      }
    },
    async who() {
      const { user } = await joined()
      return user?.userPrincipalName
    },
    end: async () => held.forget(),
  }
}

type Wanted = { readonly silent: boolean; readonly claims?: string | undefined }

async function tokenOf({ silent, claims }: Wanted): Promise<string> {
  const context = await joined()
  if (context.user?.licenseType === 'Anonymous' || (context.meeting && !context.user?.id))
    throw new SignInTrouble({ why: 'anonymous' })
  try {
    const asked = askTeams({ silent, ...(claims !== undefined && { claims: [claims] }) })
    // Somebody who is asked something may take their time.
    return await (silent ? within(2 * SILENT_MS, asked) : asked)
  } catch (fault) {
    throw asTrouble(fault)
  }
}

/** Waits for Teams as long as it takes, and says so after a while. */
async function joined() {
  const slow = setTimeout(() => standBefore({ why: 'teams-silent' }), SILENT_MS)
  try {
    return await joinTeams()
  } catch {
    throw new SignInTrouble({ why: 'teams-silent' })
  } finally {
    clearTimeout(slow)
  }
}

async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SignInTrouble({ why: 'teams-silent' })), ms)
  })
  try {
    return await Promise.race([promise, silence])
  } finally {
    clearTimeout(timer)
  }
}

function asTrouble(fault: unknown): SignInTrouble {
  if (fault instanceof SignInTrouble) return fault
  return new SignInTrouble(troubleOf(fault instanceof Error ? fault.message : String(fault)))
}
