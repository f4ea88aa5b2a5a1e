import { field } from '../ask.ts'
import type { Check } from '../check.ts'
import { ok, toDo } from '../finding.ts'
import { consented, signInPage } from '../grants.ts'
import { adminOnly, missing, noToken, unreached } from './words.ts'

const tenant: Check = {
  step: 1,
  title: 'The tenant',
  explains: 'Entra knows the organisation, and answers from here.',
  async look({ settings: { tenantId, entra }, web }) {
    if (tenantId === undefined) return missing('TENANT_ID', 'az account show --query tenantId -o tsv')
    const answer = await web(`${entra}/${tenantId}/v2.0/.well-known/openid-configuration`)
    if (answer.kind === 'none') return unreached('Entra', answer.why)
    const issuer = field(answer.body, 'issuer')
    return answer.status === 200 && typeof issuer === 'string' && issuer.includes(tenantId)
      ? ok('Entra knows the tenant.')
      : toDo('Entra knows no tenant with this TENANT_ID.', 'az account show --query tenantId -o tsv')
  },
}

const token: Check = {
  step: 6,
  title: 'The application proves itself',
  explains: 'Entra gives the product a token for its certificate or managed identity. No secret is involved.',
  async look({ app }) {
    return app.ok ? ok('Entra gives it a token.') : app.finding
  },
}

const consent: Check = {
  step: 7,
  title: 'What the application may',
  explains:
    'The permissions that Entra puts into its token are those of docs/permissions.md: none less, none more.',
  async look({ app, settings }) {
    if (!app.ok) return noToken()
    const wanted = consented('application', settings)
    const absent = wanted.filter((name) => !app.roles.includes(name))
    const tooMany = app.roles.filter((name) => !wanted.includes(name))
    if (tooMany.length > 0)
      return toDo(
        `It may more than it should: ${tooMany.join(', ')}.`,
        'Remove it: Entra admin centre, App registrations, API permissions; then Enterprise applications, Permissions, Revoke.',
      )
    return absent.length === 0
      ? ok(`It may exactly this: ${wanted.join(', ')}.`)
      : toDo(`Not consented yet: ${absent.join(', ')}.`, consentLink(settings))
  },
}

const people: Check = {
  step: 7,
  title: 'What it may for a person who is signed in',
  explains: 'With the organisation’s consent nobody is asked to consent when they open the tab.',
  async look({ settings: { clientId, adminToken }, admin }) {
    if (clientId === undefined) return missing('CLIENT_ID', 'Step 1 says it.')
    if (adminToken === undefined) return adminOnly()
    const principal = await admin(`servicePrincipals(appId='${clientId}')?$select=id`)
    const id = principal.kind === 'answer' ? field(principal.body, 'id') : undefined
    if (typeof id !== 'string') return adminOnly(principal)
    const grants = await admin(`servicePrincipals/${id}/oauth2PermissionGrants`)
    const given = grants.kind === 'answer' ? field(grants.body, 'value') : undefined
    if (!Array.isArray(given)) return adminOnly(grants)
    const scopes = given
      .filter((each) => field(each, 'consentType') === 'AllPrincipals')
      .flatMap((each) => wordsOf(field(each, 'scope')))
    const wanted = consented('delegated')
    const absent = wanted.filter((name) => !scopes.includes(name))
    const tooMany = scopes.filter((name) => !wanted.includes(name) && !WITH_SIGN_IN.includes(name))
    if (tooMany.length > 0)
      return toDo(
        `More than it should: ${tooMany.join(', ')}.`,
        'Entra admin centre, Enterprise applications, Permissions: revoke what is not in docs/permissions.md.',
      )
    return absent.length === 0
      ? ok(`Exactly this: ${wanted.join(', ')}.`)
      : toDo(`Not consented yet: ${absent.join(', ')}.`, 'The consent link of step 7.')
  },
}

/** What Entra adds to a sign-in by itself. */
const WITH_SIGN_IN: readonly string[] = ['email', 'offline_access']

export const ENTRA_CHECKS: readonly Check[] = [tenant, token, consent, people]

/** Where an administrator consents, once, for the organisation. */
export function consentLink(of: {
  readonly entra: string
  readonly tenantId: string | undefined
  readonly clientId: string | undefined
  readonly publicUrl?: string | undefined
}): string {
  const query = new URLSearchParams({
    client_id: of.clientId ?? 'CLIENT_ID',
    scope: 'https://graph.microsoft.com/.default',
    ...(of.publicUrl !== undefined && { redirect_uri: signInPage(of.publicUrl) }),
  })
  return `${of.entra}/${of.tenantId ?? 'TENANT_ID'}/v2.0/adminconsent?${query.toString()}`
}

function wordsOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(' ').filter((word) => word !== '') : []
}
