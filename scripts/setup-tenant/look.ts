import { appToken } from './app-token.ts'
import type { AppToken, IdentityEndpoint } from './app-token.ts'
import { ask } from './ask.ts'
import type { Check, World } from './check.ts'
import { DOCUMENT_CHECKS } from './checks/documents.ts'
import { ENTRA_CHECKS } from './checks/entra.ts'
import { ORGANISER_CHECKS } from './checks/organiser.ts'
import { REGISTRATION_CHECKS } from './checks/registration.ts'
import { TEAMS_CHECKS } from './checks/teams.ts'
import type { Finding } from './finding.ts'
import { toDo } from './finding.ts'
import type { Settings } from './settings.ts'

/** All checks, in the order of the steps. None of them changes anything. */
export const CHECKS: readonly Check[] = [
  ...ENTRA_CHECKS,
  ...REGISTRATION_CHECKS,
  ...DOCUMENT_CHECKS,
  ...ORGANISER_CHECKS,
  ...TEAMS_CHECKS,
].toSorted((one, other) => one.step - other.step)

export type Looked = { readonly check: Check; readonly finding: Finding }

/** Looks at everything, one after another: an administrator reads along. */
export async function lookAtAll(
  settings: Settings,
  identity: IdentityEndpoint | undefined,
  seen: (looked: Looked) => void,
): Promise<readonly Looked[]> {
  const world = await worldOf(settings, identity)
  const all: Looked[] = []
  for (const check of CHECKS) {
    const looked = { check, finding: await check.look(world) }
    seen(looked)
    all.push(looked)
  }
  return all
}

async function worldOf(settings: Settings, identity: IdentityEndpoint | undefined): Promise<World> {
  const app = await tokenOf(settings, identity)
  const v1 = `${settings.graph}/v1.0`
  return {
    settings,
    app,
    graph: (path) => ask(`${v1}/${path}`, app.ok ? { token: app.token } : {}),
    admin: (path) =>
      ask(`${v1}/${path}`, settings.adminToken === undefined ? {} : { token: settings.adminToken }),
    web: ask,
  }
}

async function tokenOf(settings: Settings, identity: IdentityEndpoint | undefined): Promise<AppToken> {
  const { tenantId, clientId } = settings
  if (tenantId === undefined || clientId === undefined)
    return { ok: false, finding: toDo('TENANT_ID or CLIENT_ID is not set.', 'Step 1 says both.') }
  return appToken({ ...settings, tenantId, clientId }, identity)
}
