import type { SignInAs } from '#core/people/sign-in.ts'

import { inTeams } from '../host.ts'
import { Problem } from '../problem.ts'
import { routes } from '../routes.ts'
import { session } from '../session.ts'
import { localRoad } from './local-road.ts'
import type { Asked, Road } from './road.ts'
import { isRefused, standBefore, standIn, standOut, standTaken } from './standing.ts'
import { SignInTrouble } from './trouble.ts'
import type { Trouble } from './trouble.ts'
import { WORDS } from './words.ts'

/** The bearer tokens of whoever is signed in, in every mode; what goes wrong is shown by the gate, too. */
export const tokens = {
  /** A token for the next request; throws a Problem. */
  get: (): Promise<string> => known((road) => road.get()),
  /** Another one, after the server refused this one; throws a Problem when there is none. */
  anew: (refused: string): Promise<string> => known((road) => road.anew(refused)),
  /** Signs in again as the person asked to by a button; the gate shows what comes of it. */
  async ask(asked: Asked): Promise<void> {
    await known(async (road) => {
      await road.ask(asked)
      return road.get()
    })
      .then(tryIt)
      .catch(isShown)
  },
  /** Tries once more, without asking anybody. */
  again: (): Promise<unknown> => tokens.get().then(tryIt).catch(isShown),
  /** The address of the account that is signed in, for the person's own eyes. */
  who: async (): Promise<string | null> => (await (await opened()).who()) ?? null,
  async end(): Promise<void> {
    const road = await opened()
    await road.end()
    standOut()
  },
  /** Changes when somebody else is signed in: a new token of the same person is no other. */
  whose: (): string => session.token() ?? 'whom Entra named',
} as const

/** How this deployment signs in, asked once. */
export function signInAs(): Promise<SignInAs> {
  if (!asking) {
    asking = ask()
    asking.catch(() => (asking = undefined))
  }
  return asking
}

/** Given at the start: who can be asked how to sign in, and what a new token is tried on. */
export function openTokens(asks: () => Promise<SignInAs>, tries: () => Promise<unknown>): void {
  ask = asks
  tried = tries
}

/** The server took a token: whatever it says to what was asked with it. */
export function letIn(): void {
  standTaken()
}

/** What the server says of whom it does not let in. */
export function notLetIn(trouble: Trouble): void {
  standBefore(trouble)
}

let ask: () => Promise<SignInAs> = async () => ({ kind: 'local' })
let tried: () => Promise<unknown> = async () => undefined
let asking: Promise<SignInAs> | undefined
let road: Promise<Road> | undefined

async function known(act: (road: Road) => Promise<string>): Promise<string> {
  try {
    const token = await act(await opened())
    standIn()
    return token
  } catch (fault) {
    // What is no trouble of signing in: our own server or a part of the page could not be fetched.
    const trouble: Trouble = fault instanceof SignInTrouble ? fault.trouble : { why: 'not-reachable' }
    await show(trouble)
    const { title, says } = WORDS[trouble.why]
    throw new Problem(trouble.why === 'not-reachable' ? 0 : 401, { title, detail: says })
  }
}

/** Nobody signed in is no trouble where there is a page for it: local mode's, and the browser's sign-in page. */
async function show(trouble: Trouble): Promise<void> {
  const isOut = trouble.why === 'signed-out'
  if (isOut && (isSignInPage() || (await signInAs().catch(() => undefined))?.kind === 'local')) standOut()
  else standBefore(trouble)
}

function isSignInPage(): boolean {
  return window.location.pathname === routes.signIn
}

/** A persona's token needs no question; else the server says how. */
function opened(): Promise<Road> {
  if (session.token() !== null) return Promise.resolve(localRoad)
  if (!road) {
    road = open()
    road.catch(() => (road = undefined))
  }
  return road
}

async function open(): Promise<Road> {
  const as = await signInAs()
  if (as.kind === 'local') return localRoad
  if (inTeams) return (await import('./teams-road.ts')).teamsRoad()
  return (await import('./browser-road.ts')).browserRoad(as)
}

/** After a refusal a token alone is no way in: the server is asked whether it takes this one. */
async function tryIt(): Promise<void> {
  if (isRefused()) await tried()
}

/** The gate shows it. */
function isShown(): void {}
