import { ManagedIdentityApplication } from '@azure/msal-node'

/** What a federated credential of an Entra application is exchanged for. */
const EXCHANGE = 'api://AzureADTokenExchange'

/**
 * The assertion of the managed identity that this process runs under, as `Proof` of kind federated wants it.
 * MSAL keeps it until it expires. Rejects where there is no such identity, which is outside Azure.
 */
export function managedIdentityAssertion(identityClientId: string): () => Promise<string> {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: identityClientId },
  })
  return async () => (await identity.acquireToken({ resource: EXCHANGE })).accessToken
}
