import { ManagedIdentityApplication } from '@azure/msal-node'

import type { Login } from '#store/database.ts'

import type { DatabaseConfig } from '../config/config.ts'

/** What PostgreSQL of Azure asks a token for. */
const SCOPE = 'https://ossrdbms-aad.database.windows.net'

/**
 * With Entra each new connection shows a token of its login's managed identity in the place of a password: the
 * worker's its own, every other login's the one that stands for the process.
 */
export function databasePassword(
  { signIn, workerIdentity }: Pick<DatabaseConfig, 'signIn' | 'workerIdentity'>,
  identity: string | undefined,
): { readonly password?: (login: Login['as']) => Promise<string> } {
  if (signIn === 'password') return {}
  const own = tokensOf(identity)
  const workers = tokensOf(workerIdentity)
  return { password: (login) => (login === 'worker' ? workers() : own()) }
}

function tokensOf(identity: string | undefined): () => Promise<string> {
  const application = new ManagedIdentityApplication(
    identity === undefined ? {} : { managedIdentityIdParams: { userAssignedClientId: identity } },
  )
  return async () => (await application.acquireToken({ resource: SCOPE })).accessToken
}
