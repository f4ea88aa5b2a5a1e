import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import {
  AuthenticationConstants,
  BotFrameworkAuthentication,
  ConnectorFactory,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  type ConnectorClient,
  type UserTokenClient,
} from 'botframework-connector'
import type { Activity } from 'botframework-schema'

import { OutgoingCredentialsFactory } from './credentials.ts'
import { tryOnce } from './one-attempt.ts'
import type { TransportRules } from './settings.ts'

/**
 * botbuilder's authentication, changed in one thing: every connector client that it hands out, for a turn,
 * for a proactive turn and for the call that creates a conversation, tries once and keeps the deadline.
 */
export class OneAttemptAuthentication extends BotFrameworkAuthentication {
  readonly #inner: ConfigurationBotFrameworkAuthentication
  readonly #deadlineMs: number

  constructor(rules: TransportRules) {
    super()
    this.#inner = new ConfigurationBotFrameworkAuthentication(
      publicCloud(rules),
      new OutgoingCredentialsFactory(rules),
    )
    this.#deadlineMs = rules.deadlineMs
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const result = await this.#inner.authenticateRequest(activity, header)
    return { ...result, connectorFactory: this.createConnectorFactory(result.claimsIdentity) }
  }

  override authenticateStreamingRequest(): Promise<never> {
    return Promise.reject(new Error('The bot takes no streaming connections'))
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return new OneAttemptFactory(this.#inner.createConnectorFactory(identity), this.#deadlineMs)
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return this.#inner.createUserTokenClient(identity)
  }
}

class OneAttemptFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory
  readonly #deadlineMs: number

  constructor(inner: ConnectorFactory, deadlineMs: number) {
    super()
    this.#inner = inner
    this.#deadlineMs = deadlineMs
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    return tryOnce(await this.#inner.create(serviceUrl, audience), this.#deadlineMs)
  }
}

/**
 * All of these must be set as soon as one is. The login address stays Microsoft's: with any other one
 * botbuilder would build its own MSAL application. Emulator tokens never get this far (see `door.ts`).
 */
function publicCloud(rules: TransportRules) {
  return {
    MicrosoftAppType: rules.appType,
    MicrosoftAppId: rules.appId,
    MicrosoftAppTenantId: rules.tenantId,
    ToChannelFromBotLoginUrl: `${AuthenticationConstants.ToChannelFromBotLoginUrlPrefix}${rules.tenantId}`,
    ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
    OAuthUrl: AuthenticationConstants.OAuthUrl,
    ToBotFromChannelTokenIssuer: rules.issuer,
    ToBotFromChannelOpenIdMetadataUrl: rules.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: rules.openIdMetadataUrl,
    CallerId: 'urn:botframework:azure',
  }
}
