import type { PersonId } from '../ids.ts'
import type { Result } from '../result.ts'

/** Why somebody is not let in; each is told to them with what to do. */
export type SignInRefused =
  | 'not-signed-in'
  | 'token-refused'
  | 'wrong-organisation'
  | 'unknown-person'
  | 'access-ended'

/** Who an `Authorization` header stands for. Cookies are not read (Teams frames). */
export type SignIn = (authorization: string | undefined) => Promise<Result<PersonId, SignInRefused>>

/** How the tab signs in: told to whoever asks, before anybody has signed in. No secret is in it. */
export type SignInAs =
  | { readonly kind: 'local' }
  | {
      readonly kind: 'entra'
      readonly clientId: string
      readonly tenantId: string
      /** `https://login.microsoftonline.com/<tenant>`. */
      readonly authority: string
      /** `api://<domain>/botid-<id>/access_as_user`. */
      readonly scope: string
    }

/** An account of Microsoft Entra: the tenant's id and the person's object id in it, never a mail address. */
export type Account = { readonly tenantId: string; readonly aadId: string }

/** Who shows a good token, known here or not; `isGuest` says that the tenant has them as a guest. */
export type Newcomer = Account & { readonly isGuest: boolean }

/** Who an `Authorization` header names, before it is asked whether anybody here is that person. */
export type Identify = (
  authorization: string | undefined,
) => Promise<Result<Newcomer, Exclude<SignInRefused, 'unknown-person' | 'access-ended'>>>
