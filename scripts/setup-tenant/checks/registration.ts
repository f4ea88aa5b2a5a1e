import { field } from '../ask.ts'
import type { Check } from '../check.ts'
import { ok, toDo } from '../finding.ts'
import { API_SCOPE, TEAMS_CLIENTS, appIdUri, signInPage } from '../grants.ts'
import type { Settings } from '../settings.ts'
import { adminOnly, missing } from './words.ts'

const FIELDS = 'signInAudience,identifierUris,api,spa,passwordCredentials'

const registration: Check = {
  step: 6,
  title: 'How the application is registered',
  explains:
    'One organisation, tokens of version 2, the scope for Teams, this host name, and no client secret that could leak.',
  async look({ settings, admin }) {
    if (settings.clientId === undefined) return missing('CLIENT_ID', 'Step 1 says it.')
    if (settings.adminToken === undefined) return adminOnly()
    const answer = await admin(`applications(appId='${settings.clientId}')?$select=${FIELDS}`)
    if (answer.kind === 'none' || answer.status !== 200) return adminOnly(answer)
    const wrong = wrongIn(answer.body, settings)
    return wrong.length === 0
      ? ok('As it should be.')
      : toDo(wrong.join(' '), 'Run 6-finish-registration.sh again; a secret is removed by hand.')
  },
}

export const REGISTRATION_CHECKS: readonly Check[] = [registration]

function wrongIn(application: unknown, { publicUrl, clientId }: Settings): readonly string[] {
  const api = field(application, 'api')
  const scopes = listOf(field(api, 'oauth2PermissionScopes')).map((each) => field(each, 'value'))
  const clients = listOf(field(api, 'preAuthorizedApplications')).map((each) => field(each, 'appId'))
  const uri = publicUrl !== undefined && clientId !== undefined ? appIdUri(publicUrl, clientId) : undefined
  const absentClients = TEAMS_CLIENTS.filter((client) => !clients.includes(client))
  return [
    ...(field(application, 'signInAudience') === 'AzureADMyOrg'
      ? []
      : ['It is open to other organisations.']),
    ...(field(api, 'requestedAccessTokenVersion') === 2 ? [] : ['Its tokens are of version 1.']),
    ...(scopes.includes(API_SCOPE) ? [] : [`The scope ${API_SCOPE} is missing.`]),
    ...(absentClients.length === 0 ? [] : ['Teams is not let in: each person would be asked.']),
    ...(uri === undefined || listOf(field(application, 'identifierUris')).includes(uri)
      ? []
      : [`Its address is not ${uri}.`]),
    ...(publicUrl === undefined ||
    listOf(field(field(application, 'spa'), 'redirectUris')).includes(signInPage(publicUrl))
      ? []
      : ['A browser may not come back to it after signing in.']),
    ...(listOf(field(application, 'passwordCredentials')).length === 0
      ? []
      : ['It has a client secret, which the product never uses.']),
  ]
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
