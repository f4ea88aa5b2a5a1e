/**
 * What the package and the Entra registration ask for. `graph/permissions.ts` says what is called,
 * `scripts/setup-tenant/grants.ts` what an administrator is asked and why; tests hold all of them and
 * `aad.manifest.json` to each other.
 */

/** Permissions within one chat, granted when the app is installed there: the panel's tab in its meeting's chat, once. */
export const CHAT_PERMISSIONS = [
  { name: 'TeamsTab.Create.Chat', type: 'Application' },
  { name: 'TeamsTab.Read.Chat', type: 'Application' },
] as const

/** Microsoft Graph, as `requiredResourceAccess` names it. */
export const GRAPH_ID = '00000003-0000-0000-c000-000000000000'

/** Permissions of Microsoft Graph by name: their ids are the same in every tenant. */
export const GRAPH_PERMISSION_IDS: Readonly<
  Record<'delegated' | 'application', Readonly<Record<string, string>>>
> = {
  delegated: {
    openid: '37f7f235-527c-4136-accd-4a02d197296e',
    profile: '14dad69e-099b-42c9-810b-d002981feec1',
    'User.ReadBasic.All': 'b340eb25-3456-403f-be2f-af7a0d370277',
  },
  application: {
    'Sites.Selected': '883ea226-0bf2-4a8f-9f9d-92c9162a727d',
    'OnlineMeetings.ReadWrite.All': 'b8bb2037-6e08-44ac-a4ea-4674e010e2a4',
    'TeamsAppInstallation.ReadWriteSelfForUser.All': '908de74d-f8b2-4d6b-a9ed-2a17b3b78179',
    'TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All': 'ba1ba90b-2d8f-487e-9f16-80728d85bb5c',
  },
}

/** Teams itself, which may ask for a person's token without asking the person: desktop and phone, browser. */
export const TEAMS_CLIENT_IDS = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
] as const
