/**
 * Every call that the product makes to Microsoft Graph, with the least permission that allows it. The stand-in of
 * Graph refuses what is not here, tests compare it with the paths in graph/, and docs/permissions.md is made of it.
 */
export type GraphUse = {
  /** Of Microsoft's description of Graph. */
  readonly operation: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Its path as it is described there. */
  readonly path: string
  readonly permission: string
  /** As the product, or as the person who is signed in. */
  readonly kind: 'application' | 'delegated'
  /**
   * Who grants it: an administrator's consent in Entra, a role in Exchange for one mailbox, or the app's own
   * installation (resource-specific consent). Only the first stands in a token.
   */
  readonly by: 'entra' | 'exchange' | 'installation'
  readonly why: string
}

const documents = { permission: 'Sites.Selected', kind: 'application', by: 'entra' } as const

/** One mailbox, of which Exchange says that the product may use it: no consent in Entra, which would open them all. */
const calendar = { permission: 'Calendars.ReadWrite', kind: 'application', by: 'exchange' } as const
const mail = { permission: 'Mail.Send', kind: 'application', by: 'exchange' } as const
/** Teams lets the product at the meetings of that mailbox alone (application access policy). */
const meetings = { permission: 'OnlineMeetings.ReadWrite.All', kind: 'application', by: 'entra' } as const
const inChat = {
  permission: 'TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All',
  kind: 'application',
  by: 'entra',
} as const
const forPerson = {
  permission: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
  kind: 'application',
  by: 'entra',
} as const

/**
 * Only where an organisation lets the product invite guests (INVITE_GUESTS=yes): asked for and consented there alone.
 */
export const GRAPH_USES_IF_WANTED: readonly GraphUse[] = [
  {
    permission: 'User.Invite.All',
    kind: 'application',
    by: 'entra',
    operation: 'invitations.invitation.CreateInvitation',
    method: 'POST',
    path: '/invitations',
    why: 'Make somebody of another organisation a guest, and ask them by mail',
  },
]

export const GRAPH_USES: readonly GraphUse[] = [
  {
    ...documents,
    operation: 'sites.ListDrives',
    method: 'GET',
    path: '/sites/{site-id}/drives',
    why: 'Find a round’s library in the one site',
  },
  {
    ...documents,
    operation: 'sites.CreateLists',
    method: 'POST',
    path: '/sites/{site-id}/lists',
    why: 'Make a round’s library at its first use; the site’s grant has to be `manage`',
  },
  {
    ...documents,
    operation: 'drives.items.ListChildren',
    method: 'GET',
    path: '/drives/{drive-id}/items/{driveItem-id}/children',
    why: 'List the papers of a round, and find the next free version',
  },
  {
    ...documents,
    operation: 'drives.UpdateItemsContent.byPath',
    method: 'PUT',
    path: '/drives/{drive-id}/root:/{item-path}:/content',
    why: 'Keep a paper of up to 4 MB',
  },
  {
    ...documents,
    operation: 'drives.drive.items.driveItem.createUploadSession.byPath',
    method: 'POST',
    path: '/drives/{drive-id}/root:/{item-path}:/createUploadSession',
    why: 'Keep a larger paper, in parts that survive a broken connection',
  },
  {
    ...documents,
    operation: 'drives.GetItems.byPath',
    method: 'GET',
    path: '/drives/{drive-id}/root:/{item-path}',
    why: 'Look whether a paper was kept, when no answer came',
  },
  {
    ...documents,
    operation: 'drives.GetItems',
    method: 'GET',
    path: '/drives/{drive-id}/items/{driveItem-id}',
    why: 'Read what a paper is before it is handed out',
  },
  {
    ...documents,
    operation: 'drives.GetItemsContent',
    method: 'GET',
    path: '/drives/{drive-id}/items/{driveItem-id}/content',
    why: 'Hand a paper out',
  },
  {
    ...documents,
    operation: 'drives.DeleteItems',
    method: 'DELETE',
    path: '/drives/{drive-id}/items/{driveItem-id}',
    why: 'Take away what arrived damaged, right after it was sent',
  },
  {
    ...calendar,
    operation: 'users.ListEvents',
    method: 'GET',
    path: '/users/{user-id}/events',
    why: 'Find the event that an earlier try made, when no answer came',
  },
  {
    ...calendar,
    operation: 'users.CreateEvents',
    method: 'POST',
    path: '/users/{user-id}/events',
    why: 'Put a meeting into the calendars of those who are invited',
  },
  {
    ...calendar,
    operation: 'users.GetEvents',
    method: 'GET',
    path: '/users/{user-id}/events/{event-id}',
    why: 'See whether a meeting stands, and its link',
  },
  {
    ...calendar,
    operation: 'users.UpdateEvents',
    method: 'PATCH',
    path: '/users/{user-id}/events/{event-id}',
    why: 'Move a meeting, or change who is invited',
  },
  {
    ...calendar,
    operation: 'users.user.events.event.cancel',
    method: 'POST',
    path: '/users/{user-id}/events/{event-id}/cancel',
    why: 'Take a meeting out of all calendars',
  },
  {
    ...meetings,
    operation: 'users.ListOnlineMeetings',
    method: 'GET',
    path: '/users/{user-id}/onlineMeetings',
    why: 'Find the Teams meeting of an event by its link',
  },
  {
    ...meetings,
    operation: 'users.UpdateOnlineMeetings',
    method: 'PATCH',
    path: '/users/{user-id}/onlineMeetings/{onlineMeeting-id}',
    why: 'Close the lobby, switch recording off, and say who lets people in',
  },
  {
    ...inChat,
    operation: 'chats.CreateInstalledApps',
    method: 'POST',
    path: '/chats/{chat-id}/installedApps',
    why: 'Bring the app into the meeting, for its side panel',
  },
  {
    permission: 'TeamsTab.Read.Chat',
    kind: 'application',
    by: 'installation',
    operation: 'chats.ListTabs',
    method: 'GET',
    path: '/chats/{chat-id}/tabs',
    why: 'See whether the side panel is there already',
  },
  {
    permission: 'TeamsTab.Create.Chat',
    kind: 'application',
    by: 'installation',
    operation: 'chats.CreateTabs',
    method: 'POST',
    path: '/chats/{chat-id}/tabs',
    why: 'Put the panel’s page into the meeting’s side panel',
  },
  {
    ...mail,
    operation: 'users.user.sendMail',
    method: 'POST',
    path: '/users/{user-id}/sendMail',
    why: 'Send a reminder or an invitation: a few sentences and a link',
  },
  {
    ...forPerson,
    operation: 'users.teamwork.CreateInstalledApps',
    method: 'POST',
    path: '/users/{user-id}/teamwork/installedApps',
    why: 'Give the app to somebody who is to be reminded in Teams',
  },
  {
    ...forPerson,
    operation: 'users.teamwork.ListInstalledApps',
    method: 'GET',
    path: '/users/{user-id}/teamwork/installedApps',
    why: 'Find that installation',
  },
  {
    ...forPerson,
    operation: 'users.teamwork.installedApps.GetChat',
    method: 'GET',
    path: '/users/{user-id}/teamwork/installedApps/{userScopeTeamsAppInstallation-id}/chat',
    why: 'Find the bot’s chat with them',
  },
  {
    permission: 'User.ReadBasic.All',
    kind: 'delegated',
    by: 'entra',
    operation: 'users.user.ListUser',
    method: 'GET',
    path: '/users',
    why: 'Find a colleague’s account by name, as the person who searches',
  },
]
