import { field } from '../ask.ts'
import type { Check } from '../check.ts'
import { couldNot, ok, toDo } from '../finding.ts'
import { missing, noToken, otherwise, unreached } from './words.ts'

const product: Check = {
  step: 8,
  title: 'The product answers',
  explains:
    'It is up at its address, its database is at this version, and it signs in with this registration.',
  async look({ settings: { publicUrl, tenantId, clientId }, web }) {
    if (publicUrl === undefined) return missing('PUBLIC_URL', 'Step 5 says the host name.')
    const ready = await web(`${publicUrl}/readyz`)
    if (ready.kind === 'none') return unreached(publicUrl, ready.why)
    if (ready.status !== 200)
      return toDo(`It is not ready (${ready.status}).`, 'az containerapp logs show --follow')
    const signIn = await web(`${publicUrl}/api/sign-in`)
    const says = signIn.kind === 'answer' ? signIn.body : undefined
    if (field(says, 'kind') === 'local')
      return toDo('It runs in local mode: anybody may be anybody.', 'Set MODE=production.')
    if (field(says, 'tenantId') !== tenantId || field(says, 'clientId') !== clientId)
      return toDo('It signs in with another registration.', 'Set TENANT_ID and CLIENT_ID of the container.')
    return ok('It is ready, and signs in with this registration.')
  },
}

const bot: Check = {
  step: 8,
  title: 'The bot’s door',
  explains: 'Whoever knocks without a token of Microsoft’s bot service is sent away.',
  async look({ settings: { publicUrl }, web }) {
    if (publicUrl === undefined) return missing('PUBLIC_URL', 'Step 5 says the host name.')
    const answer = await web(`${publicUrl}/api/messages`, {
      method: 'POST',
      json: { type: 'message', text: 'setup check' },
    })
    if (answer.kind === 'none') return unreached(publicUrl, answer.why)
    if (answer.status === 401) return ok('It says 401 to a stranger, as it has to.')
    if (answer.status < 300) return toDo('It lets a stranger in.', 'Stop the product. Set MODE=production.')
    return toDo(
      `It says ${answer.status} where it should say 401.`,
      'See that PUBLIC_URL leads to the product, and the endpoint of the Azure Bot to PUBLIC_URL/api/messages.',
    )
  },
}

const catalogue: Check = {
  step: 9,
  title: 'The app in Teams',
  explains: 'The package is in the organisation’s catalogue, and the product may add it for people.',
  async look({ settings: { teamsApp, organiser }, app, graph }) {
    if (teamsApp === undefined) return missing('TEAMS_APP', '9-teams-app.ps1 prints it.')
    if (organiser === undefined) return missing('ORGANISER', 'Step 3.')
    if (!app.ok) return noToken()
    const filter = encodeURIComponent(`teamsApp/id eq '${teamsApp}'`)
    const answer = await graph(`users/${organiser}/teamwork/installedApps?$expand=teamsApp&$filter=${filter}`)
    if (answer.kind === 'answer' && answer.status === 200) {
      const found = field(answer.body, 'value')
      return Array.isArray(found) && found.length > 0
        ? ok('It is in the catalogue, and the organiser has it.')
        : couldNot(
            'The organiser has not got it, so this permission cannot say whether it is in the catalogue.',
            `Get-TeamsApp -Id ${teamsApp}`,
          )
    }
    if (answer.kind === 'answer' && answer.status === 403)
      return toDo('The application may not add itself for people.', 'The consent link of step 7.')
    return otherwise('Graph', answer)
  },
}

export const TEAMS_CHECKS: readonly Check[] = [product, bot, catalogue]
