import { AuthError, CacheLookupPolicy, createStandardPublicClientApplication } from '@azure/msal-browser'
import type { AccountInfo, RedirectRequest } from '@azure/msal-browser'

import type { SignInAs } from '#core/people/sign-in.ts'

import { go, routes } from '../routes.ts'
import { isForTeams } from './for-teams.ts'
import type { Asked, Road } from './road.ts'
import { SignInTrouble, troubleOf } from './trouble.ts'

type Entra = Extract<SignInAs, { kind: 'entra' }>

/** In a window that Teams opened for consent: it goes to Entra, comes back and closes itself. */
const FOR_TEAMS = 'case-evaluations.for-teams'
/** Where the person wanted to go. Not in what Entra is told: a link may be an invitation. */
const THEN = 'case-evaluations.then'

/** Outside Teams: an ordinary sign-in with Microsoft Entra, for as long as this tab of the browser is open. */
export async function browserRoad(as: Entra): Promise<Road> {
  const here = `${window.location.origin}${routes.signIn}`
  const application = await createStandardPublicClientApplication({
    auth: {
      clientId: as.clientId,
      authority: as.authority,
      knownAuthorities: [new URL(as.authority).host],
      redirectUri: here,
      postLogoutRedirectUri: here,
    },
    cache: { cacheLocation: 'sessionStorage' },
  })
  const account = (): AccountInfo | undefined =>
    application.getActiveAccount() ?? application.getAllAccounts()[0]
  let failed: SignInTrouble | undefined

  const leave = async (request: Partial<RedirectRequest>): Promise<never> => {
    const then = wanted()
    if (then !== null) sessionStorage.setItem(THEN, then)
    await application.loginRedirect({ scopes: [as.scope], ...request }).catch(rethrow)
    return onItsWayOut()
  }
  const tokenOf = async (forceRefresh: boolean): Promise<string> => {
    const whose = account()
    if (failed) throw failed
    if (!whose && window.location.pathname === routes.signIn) throw new SignInTrouble({ why: 'signed-out' })
    if (!whose) return leave({})
    const { accessToken } = await application
      .acquireTokenSilent({
        scopes: [as.scope],
        account: whose,
        forceRefresh,
        // No hidden frames: what they need of the content policy is more than they give.
        cacheLookupPolicy: forceRefresh
          ? CacheLookupPolicy.RefreshToken
          : CacheLookupPolicy.AccessTokenAndRefreshToken,
      })
      .catch(rethrow)
    return accessToken
  }

  const forTeams = sessionStorage.getItem(FOR_TEAMS) !== null
  try {
    const answer = await application.handleRedirectPromise({ navigateToLoginRequestUrl: false })
    if (answer && forTeams) await backToTeams()
    if (answer) {
      application.setActiveAccount(answer.account)
      go(sessionStorage.getItem(THEN) ?? routes.home)
      sessionStorage.removeItem(THEN)
    }
  } catch (fault) {
    failed = asTrouble(fault)
    if (forTeams) await backToTeams(failed.trouble.code ?? failed.trouble.why)
  }
  return {
    get: () => tokenOf(false),
    anew: () => tokenOf(true),
    async ask({ claims, consent, other }: Asked) {
      failed = undefined
      if (isForTeams()) sessionStorage.setItem(FOR_TEAMS, 'yes')
      const whose = other ? undefined : account()
      await leave({
        ...(whose && { account: whose }),
        ...(claims !== undefined && { claims }),
        ...(consent && { prompt: 'consent' }),
        ...(other && { prompt: 'select_account' }),
      })
    },
    who: async () => account()?.username,
    async end() {
      const whose = account()
      try {
        await application.logoutRedirect({ ...(whose && { account: whose }) })
        await onItsWayOut()
      } catch {
        // Entra could not be told; here nothing is left of the person.
        await application.clearCache()
      }
    },
  }
}

async function backToTeams(failure?: string): Promise<never> {
  sessionStorage.removeItem(FOR_TEAMS)
  const { closePopup } = await import('../teams.ts')
  await closePopup(failure).catch(() => window.close())
  return onItsWayOut()
}

/** Nothing is shown any more: the page is leaving. */
function onItsWayOut(): Promise<never> {
  return new Promise<never>(() => {})
}

/** Where the person is, or wanted to go before sign-in was asked for; null: that is known already, or nowhere. */
function wanted(): string | null {
  const { pathname, search } = window.location
  return pathname === routes.signIn ? new URLSearchParams(search).get('then') : `${pathname}${search}`
}

function rethrow(fault: unknown): never {
  throw asTrouble(fault)
}

function asTrouble(fault: unknown): SignInTrouble {
  if (fault instanceof SignInTrouble) return fault
  if (!(fault instanceof AuthError)) return new SignInTrouble({ why: 'not-reachable' })
  const claims = 'claims' in fault && typeof fault.claims === 'string' ? fault.claims : ''
  return new SignInTrouble(troubleOf(`${fault.errorCode} ${fault.errorMessage}`, claims || undefined))
}
