import { readFile } from 'node:fs/promises'

import { openGraph } from '#graph/client/graph.ts'
import { sharePointDocuments } from '#graph/documents/share-point.ts'
import { graphInstaller } from '#graph/installs/installs.ts'
import { graphMail } from '#graph/mail/mail-road.ts'
import { graphMeetings } from '#graph/meetings/meetings.ts'
import { graphDirectory } from '#graph/people/directory.ts'
import { proofIn } from '#graph/tokens/certificate.ts'
import { managedIdentityAssertion } from '#graph/tokens/managed-identity.ts'
import { tokenSource } from '#graph/tokens/token-source.ts'
import type { Proof, TokenSource } from '#graph/tokens/token-source.ts'
import { findMail } from '#store/addresses.ts'
import { readCopies } from '#store/copies.ts'

import type { CloudConfig, Credential } from '../config/config.ts'
import { entraSignIn } from '../entra/entra-sign-in.ts'
import { findPersonIn } from '../entra/find-person.ts'
import { openCloudStore } from './open-cloud-store.ts'
import { CannotStart } from './open-store.ts'
import type { Surroundings, Tools } from './surroundings.ts'

export const GRAPH_SCOPE = 'https://graph.microsoft.com/.default'
export const USER_AGENT = 'NONISV|CaseEvaluations|CaseEvaluations/0.1'

/** Microsoft 365: PostgreSQL, Entra, Graph and the bot's channel, each proved by the one credential of the settings. */
export async function microsoft365(config: CloudConfig, tools: Tools): Promise<Surroundings> {
  const { realNow } = tools
  const { tenantId, clientId, addresses, publicUrl } = config
  const running = await openCloudStore(config, realNow)
  const tokens = await tokensOf(config, tools)
  const { signIn, identify } = entraSignIn(
    { clientId, tenants: [tenantId], loginUrl: addresses.entra, realNow },
    findPersonIn(running),
  )
  return {
    running,
    copies: await readCopies(running.database),
    host: config.host,
    signIn,
    identify,
    signInAs: {
      kind: 'entra',
      clientId,
      tenantId,
      authority: `${addresses.entra}/${tenantId}`,
      scope: `api://${new URL(publicUrl).host}/botid-${clientId}/access_as_user`,
    },
    ...overGraph(config, tokens, tools, (person) => findMail(running, person)),
    bot: {
      appId: clientId,
      tenantId,
      appType: 'SingleTenant',
      outgoing: { kind: 'entra', application: tokens.msal },
      allowedServiceUrls: addresses.connectors,
      openIdMetadataUrl: addresses.channelMetadata,
      issuer: addresses.channelIssuer,
    },
    firstContact: addresses.firstContact,
    hasLimits: true,
    auditKey: config.auditKey,
  }
}

/** The ports outward, all over one Graph: it keeps the limits of mailbox and site for them together. */
function overGraph(
  { tenantId, site, organiser, teamsApp, invitesGuests, publicUrl, addresses }: CloudConfig,
  tokens: TokenSource,
  { realNow, log, measure, processes }: Tools,
  addressOf: Parameters<typeof graphMail>[1]['addressOf'],
) {
  const graph = openGraph({
    baseUrl: addresses.graph,
    token: tokens.application(GRAPH_SCOPE),
    userAgent: USER_AGENT,
    realNow,
    measure,
    processes,
    report: ({ method, what, fault: { reason, code, status } }) =>
      log('graph-fault', { call: `${method} ${what}`, reason, code, status }),
  })
  return {
    documents: sharePointDocuments(graph, {
      siteId: site,
      realNow,
      say: ({ what, needs }) => log(what, { needs }),
    }),
    mail: graphMail(graph, { mailbox: organiser, addressOf }),
    meetings: graphMeetings(graph, {
      organiser,
      tenantId,
      home: publicUrl,
      ...(teamsApp !== undefined && { teamsApp }),
      report: ({ step, stands, fault: { reason } }) => log('meeting-step', { step, stands, reason }),
    }),
    directory: graphDirectory(graph, {
      tenantId,
      onBehalfOf: (bearer, scopes) => tokens.onBehalfOf(bearer, scopes),
      ...(invitesGuests && { guestsComeTo: publicUrl }),
    }),
    ...(teamsApp !== undefined && { installer: graphInstaller(graph, { tenantId, teamsApp }) }),
  }
}

export async function tokensOf(
  { addresses, tenantId, clientId, credential }: CloudConfig,
  { realNow, measure }: Tools,
): Promise<TokenSource> {
  const proof = await proofOf(credential)
  return tokenSource({ authority: addresses.entra, tenantId, clientId, proof, realNow, measure })
}

async function proofOf(credential: Credential): Promise<Proof> {
  if (credential.kind === 'managed-identity')
    return { kind: 'federated', assertion: managedIdentityAssertion(credential.clientId) }
  const pem = await readFile(credential.file, 'utf8').catch(() => undefined)
  const proof = pem === undefined ? undefined : proofIn(pem)
  if (!proof)
    throw new CannotStart(
      'CERTIFICATE_FILE cannot be read as a private key with its certificate. It holds both, as PEM.',
    )
  return proof
}
