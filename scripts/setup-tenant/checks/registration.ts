import { field } from '../ask.ts'
import type { Check, World } from '../check.ts'
import { ok, toDo } from '../finding.ts'
import { API_SCOPE, appIdUri, letIn, signInPage } from '../grants.ts'
import type { Settings } from '../settings.ts'
import { thumbprintOf } from '../thumbprint.ts'
import { adminOnly, missing } from './words.ts'

const FIELDS =
  'signInAudience,identifierUris,api,optionalClaims,spa,web,publicClient,isFallbackPublicClient,passwordCredentials,keyCredentials'

const PRINCIPAL_FIELDS = '$select=passwordCredentials,keyCredentials&$expand=owners($select=id)'

const registration: Check = {
  step: 6,
  title: 'How the application is registered',
  explains:
    'One organisation, tokens of version 2, the scope for Teams, this host name; no address, program or secret more.',
  async look({ settings, admin }) {
    if (settings.clientId === undefined) return missing('CLIENT_ID', 'Step 1 says it.')
    if (settings.adminToken === undefined) return adminOnly()
    const answer = await admin(`applications(appId='${settings.clientId}')?$select=${FIELDS}`)
    if (answer.kind === 'none' || answer.status !== 200) return adminOnly(answer)
    const wrong = [
      ...wrongIn(answer.body, settings, settings.clientId),
      ...(await wrongKeys(answer.body, settings)),
    ]
    return wrong.length === 0
      ? ok('As it should be.')
      : toDo(
          wrong.join(' '),
          'Run 6-finish-registration.sh again; a secret or certificate is removed by hand.',
        )
  },
}

const hands: Check = {
  step: 6,
  title: 'Who has a hand on the registration',
  explains:
    'Its owners are those whom OWNERS names, and the managed identity alone speaks for it: whoever else could, would be the product.',
  async look({ settings, admin }) {
    const { clientId } = settings
    if (clientId === undefined) return missing('CLIENT_ID', 'Step 1 says it.')
    if (settings.adminToken === undefined) return adminOnly()
    const owners = await admin(`applications(appId='${clientId}')/owners?$select=id`)
    const owning = owners.kind === 'answer' ? field(owners.body, 'value') : undefined
    if (!Array.isArray(owning)) return adminOnly(owners)
    const credentials = await admin(`applications(appId='${clientId}')/federatedIdentityCredentials`)
    const trusted = credentials.kind === 'answer' ? field(credentials.body, 'value') : undefined
    if (!Array.isArray(trusted)) return adminOnly(credentials)
    const subject = await subjectOf(settings, admin)
    if (typeof subject === 'object') return adminOnly(subject.answer)
    const principal = await admin(`servicePrincipals(appId='${clientId}')?${PRINCIPAL_FIELDS}`)
    if (principal.kind === 'none' || principal.status !== 200) return adminOnly(principal)
    const both = [...owning, ...listOf(field(principal.body, 'owners'))]
    const strangers = [...new Set(textsOf(both, 'id'))].filter((id) => !settings.owners.includes(id))
    const ours = trusted.filter((each) => isOurs(each, settings, subject))
    const wrong = [
      ...(strangers.length === 0
        ? []
        : [`It is owned by ${strangers.join(', ')}, whom OWNERS does not name.`]),
      ...when(
        ['passwordCredentials', 'keyCredentials'].some(
          (name) => listOf(field(principal.body, name)).length > 0,
        ),
        'Its service principal has a secret or certificate of its own.',
      ),
      ...(trusted.length === ours.length
        ? []
        : ['Something else than the managed identity may speak for it.']),
      ...(subject === undefined || ours.length === 1
        ? []
        : ['The managed identity may not speak for it yet.']),
    ]
    return wrong.length === 0
      ? ok('Those who should.')
      : toDo(
          wrong.join(' '),
          'Find out who that is; then OWNERS, or az ad app owner remove, az ad app federated-credential delete. What is missing, 6-finish-registration.sh makes.',
        )
  },
}

export const REGISTRATION_CHECKS: readonly Check[] = [registration, hands]

function wrongIn(application: unknown, { publicUrl }: Settings, clientId: string): readonly string[] {
  const api = field(application, 'api')
  const scopes = textsOf(listOf(field(api, 'oauth2PermissionScopes')), 'value')
  const programs = textsOf(listOf(field(api, 'preAuthorizedApplications')), 'appId')
  const uris = listOf(field(application, 'identifierUris'))
  const inBrowsers = redirects(application, 'spa')
  const elsewhere = [...redirects(application, 'web'), ...redirects(application, 'publicClient')]
  const implicit = field(field(application, 'web'), 'implicitGrantSettings')
  const claims = textsOf(listOf(field(field(application, 'optionalClaims'), 'accessToken')), 'name')
  const wanted = letIn(clientId)
  return [
    ...when(field(application, 'signInAudience') !== 'AzureADMyOrg', 'It is open to other organisations.'),
    ...when(field(api, 'requestedAccessTokenVersion') !== 2, 'Its tokens are of version 1.'),
    ...when(!claims.includes('acct'), 'Its tokens do not say who is a guest (the optional claim acct).'),
    ...when(!scopes.includes(API_SCOPE), `The scope ${API_SCOPE} is missing.`),
    ...when(
      scopes.some((scope) => scope !== API_SCOPE),
      'It has another scope.',
    ),
    ...when(
      wanted.some((program) => !programs.includes(program)),
      'Teams or the browser’s sign-in is not let in: each person would be asked.',
    ),
    ...when(
      programs.some((program) => !wanted.includes(program)),
      'Another program is let in to it without asking anybody.',
    ),
    ...(publicUrl === undefined
      ? []
      : [
          ...when(
            !uris.includes(appIdUri(publicUrl, clientId)),
            `Its address is not ${appIdUri(publicUrl, clientId)}.`,
          ),
          ...when(uris.length > 1, 'It has another address, too.'),
          ...when(
            !inBrowsers.includes(signInPage(publicUrl)),
            'A browser may not come back to it after signing in.',
          ),
          ...when(
            inBrowsers.some((page) => page !== signInPage(publicUrl)),
            'A browser may come back to another page, which would get the sign-in.',
          ),
        ]),
    ...when(elsewhere.length > 0, 'Programs other than its page may get the sign-in (web or public client).'),
    ...when(
      field(implicit, 'enableAccessTokenIssuance') === true ||
        field(implicit, 'enableIdTokenIssuance') === true ||
        field(application, 'isFallbackPublicClient') === true,
      'It gives tokens in addresses, or to programs that prove nothing.',
    ),
    ...when(
      listOf(field(application, 'passwordCredentials')).length > 0,
      'It has a client secret, which the product never uses.',
    ),
  ]
}

/** Certificates: none, but for the one of CERTIFICATE_FILE. */
async function wrongKeys(application: unknown, { certificateFile }: Settings): Promise<readonly string[]> {
  const keys = listOf(field(application, 'keyCredentials'))
  if (keys.length === 0) return []
  const own = certificateFile === undefined ? [] : await thumbprintOf(certificateFile)
  const others = keys.filter((key) => !own.includes(String(field(key, 'customKeyIdentifier'))))
  return when(others.length > 0, 'It has a certificate that is not the one of CERTIFICATE_FILE.')
}

/** The object id of the managed identity, which is how a federated credential names it. */
async function subjectOf({ managedIdentity }: Settings, admin: World['admin']) {
  if (managedIdentity === undefined) return undefined
  const answer = await admin(`servicePrincipals(appId='${managedIdentity}')?$select=id`)
  const id = answer.kind === 'answer' ? field(answer.body, 'id') : undefined
  return typeof id === 'string' ? id : { answer }
}

function isOurs(credential: unknown, { tenantId }: Settings, subject: string | undefined): boolean {
  return (
    subject !== undefined &&
    field(credential, 'subject') === subject &&
    field(credential, 'issuer') === `https://login.microsoftonline.com/${tenantId}/v2.0` &&
    listOf(field(credential, 'audiences')).join() === 'api://AzureADTokenExchange'
  )
}

function redirects(application: unknown, kind: 'spa' | 'web' | 'publicClient'): readonly unknown[] {
  return listOf(field(field(application, kind), 'redirectUris'))
}

function textsOf(list: readonly unknown[], name: string): readonly string[] {
  return list.map((each) => String(field(each, name)))
}

function when(isSo: boolean, sentence: string): readonly string[] {
  return isSo ? [sentence] : []
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
