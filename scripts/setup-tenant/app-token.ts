import { createHash, createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'

import { SignJWT, decodeJwt } from 'jose'

import { ask, field } from './ask.ts'
import type { Answer } from './ask.ts'
import type { Finding } from './finding.ts'
import { couldNot, toDo } from './finding.ts'
import type { Settings } from './settings.ts'

/** A token of the application itself, with the permissions that Entra has put into it. */
export type AppToken =
  | { readonly ok: true; readonly token: string; readonly roles: readonly string[] }
  | { readonly ok: false; readonly finding: Finding }

/** What the machine tells a process that may act as a managed identity: App Service and Container Apps alike. */
export type IdentityEndpoint = { readonly url: string; readonly header: string }

const EXCHANGE = 'api://AzureADTokenExchange'
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Proves the application as the product does: by its certificate, or by its managed identity. */
export async function appToken(
  settings: Settings & { readonly tenantId: string; readonly clientId: string },
  identity: IdentityEndpoint | undefined,
): Promise<AppToken> {
  const { tenantId, clientId, entra } = settings
  const endpoint = `${entra}/${tenantId}/oauth2/v2.0/token`
  const assertion = await assertionFor(settings, endpoint, identity)
  if (typeof assertion !== 'string') return { ok: false, finding: assertion }
  const answer = await ask(endpoint, {
    method: 'POST',
    form: {
      grant_type: 'client_credentials',
      client_id: clientId,
      scope: 'https://graph.microsoft.com/.default',
      client_assertion_type: ASSERTION,
      client_assertion: assertion,
    },
  })
  const token = answer.kind === 'answer' ? field(answer.body, 'access_token') : undefined
  if (typeof token !== 'string') return { ok: false, finding: refused(answer) }
  return { ok: true, token, roles: rolesIn(token) }
}

async function assertionFor(
  { clientId, certificateFile, managedIdentity }: Settings & { readonly clientId: string },
  audience: string,
  identity: IdentityEndpoint | undefined,
): Promise<string | Finding> {
  if (certificateFile !== undefined) return byCertificate(certificateFile, clientId, audience)
  if (managedIdentity === undefined)
    return couldNot(
      'Neither CERTIFICATE_FILE nor MANAGED_IDENTITY is set, so nothing can speak as the application.',
      'Set MANAGED_IDENTITY and run this inside the container, or make a short-lived certificate: docs/install.md, step 10.',
    )
  if (!identity)
    return couldNot(
      'This machine is not the managed identity; only the container is.',
      'Run it there: az containerapp exec --name <app> --resource-group <group> --command "/nodejs/bin/node scripts/setup-tenant.ts --check". Or use a short-lived certificate: docs/install.md, step 10.',
    )
  const query = new URLSearchParams({
    'api-version': '2019-08-01',
    resource: EXCHANGE,
    client_id: managedIdentity,
  })
  const answer = await ask(`${identity.url}?${query.toString()}`, {
    headers: { 'x-identity-header': identity.header },
  })
  const token = answer.kind === 'answer' ? field(answer.body, 'access_token') : undefined
  return typeof token === 'string'
    ? token
    : toDo(
        `The machine gives no token for the managed identity (${said(answer)}).`,
        'See that the container has this user-assigned identity: az containerapp identity show --name <app> --resource-group <group>',
      )
}

async function byCertificate(file: string, clientId: string, audience: string): Promise<string | Finding> {
  try {
    const pem = await readFile(file, 'utf8')
    const certificate = new X509Certificate(pem)
    const sha256 = createHash('sha256').update(certificate.raw).digest('base64url')
    return await new SignJWT({})
      .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': sha256 })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(audience)
      .setJti(crypto.randomUUID())
      .setNotBefore('-5s')
      .setExpirationTime('5m')
      .sign(createPrivateKey(pem))
  } catch {
    // The reason could quote what is in the file.
    return toDo(
      'CERTIFICATE_FILE cannot be read as a private key and its certificate.',
      'It is one PEM file with both: docs/install.md, step 10.',
    )
  }
}

/** The numbers that Entra gives to what goes wrong while setting up, each with its cure. */
const REASONS: Readonly<Record<string, readonly [found: string, next: string]>> = {
  AADSTS90002: ['Entra knows no such tenant.', 'See TENANT_ID: az account show --query tenantId -o tsv'],
  AADSTS700016: [
    'The application is not registered in this tenant.',
    'Step 1, or see CLIENT_ID and TENANT_ID.',
  ],
  AADSTS7000229: [
    'The application is registered, but has no service principal in the tenant.',
    'az ad sp create --id "$CLIENT_ID"',
  ],
  AADSTS7000112: [
    'The application is switched off in the tenant.',
    'Entra admin centre, Enterprise applications, Properties: Enabled for users to sign in.',
  ],
  AADSTS700027: [
    'Entra does not know this certificate.',
    'az ad app credential reset --id "$CLIENT_ID" --cert @certificate.pem --append',
  ],
  AADSTS70021: [
    'Entra does not take the managed identity for this application.',
    'Run 6-finish-registration.sh again.',
  ],
  AADSTS700213: [
    'Entra does not take the managed identity for this application: the subject differs.',
    'Run 6-finish-registration.sh again.',
  ],
  AADSTS53003: [
    'A conditional access policy for workload identities refuses the application.',
    'Ask whoever owns conditional access to let it sign in from Azure.',
  ],
}

function refused(answer: Answer): Finding {
  const reason = answer.kind === 'answer' ? REASONS[answer.code] : undefined
  if (reason) return toDo(...reason)
  if (answer.kind === 'none')
    return couldNot(
      `Entra was not reached (${answer.why}).`,
      'See the way out of this machine: HTTPS, proxy.',
    )
  return toDo(
    `Entra gives the application no token (${said(answer)}).`,
    'Look the number up at https://login.microsoftonline.com/error',
  )
}

function said(answer: Answer): string {
  return answer.kind === 'none' ? answer.why : answer.code || `status ${answer.status}`
}

function rolesIn(token: string): readonly string[] {
  try {
    const { roles } = decodeJwt<{ roles?: unknown }>(token)
    return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : []
  } catch {
    return []
  }
}
