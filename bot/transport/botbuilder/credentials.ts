import type { ConfidentialClientApplication } from '@azure/msal-node'
import { MsalServiceClientCredentialsFactory, ServiceClientCredentialsFactory } from 'botframework-connector'

import type { TransportRules } from './settings.ts'

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>

/** No token could be had, so nothing was sent. */
export class NoToken extends Error {
  override readonly name = 'NoToken'
}

/**
 * Gives botbuilder the credentials of the settings. With our own MSAL application botbuilder only ever asks
 * that object for a token, so one MSAL version and one way of proving ourselves serve the whole product.
 */
export class OutgoingCredentialsFactory extends ServiceClientCredentialsFactory {
  readonly #rules: TransportRules
  constructor(rules: TransportRules) {
    super()
    this.#rules = rules
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#rules.appId
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return this.#rules.anonymous
  }

  override async createCredentials(
    appId: string,
    audience: string | undefined,
    loginEndpoint: string,
    validateAuthority: boolean,
  ): Promise<Credentials> {
    const { outgoing, deadlineMs } = this.#rules
    if (outgoing.kind === 'none') return { signRequest: async (request) => request }
    if (outgoing.kind === 'fixed') {
      return {
        async signRequest(request) {
          request.headers.set('authorization', `Bearer ${outgoing.token}`)
          return request
        },
      }
    }
    const factory = new MsalServiceClientCredentialsFactory(this.#rules.appId, msal(outgoing.application))
    const inner = await factory.createCredentials(appId, audience ?? '', loginEndpoint, validateAuthority)
    return { signRequest: (request) => orNoToken(inner.signRequest(request), deadlineMs) }
  }
}

/** botbuilder's signature names the whole class, its code calls this one method. */
function msal(
  application: Pick<ConfidentialClientApplication, 'acquireTokenByClientCredential'>,
): ConfidentialClientApplication {
  return application as ConfidentialClientApplication
}

async function orNoToken<T>(signed: Promise<T>, deadlineMs: number): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new NoToken('No token before the deadline')), deadlineMs)
  try {
    return await Promise.race([signed, late.promise])
  } catch (error) {
    throw error instanceof NoToken ? error : new NoToken('No token', { cause: error })
  } finally {
    clearTimeout(timer)
  }
}
