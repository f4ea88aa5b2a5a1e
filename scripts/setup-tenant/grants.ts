/** What the product is allowed, by whom, and why. docs/permissions.md is written from it (scripts/setup-pages.ts). */
export type Grant = {
  readonly name: string
  readonly kind: 'application' | 'delegated' | 'mailbox' | 'chat'
  readonly why: string
  readonly without: string
  readonly cannot: string
}

/** Whoever gives it, by its kind. */
export const GIVEN_BY: Readonly<Record<Grant['kind'], string>> = {
  application: 'a Privileged Role Administrator consents once, for the organisation',
  delegated: 'the same consent; it never reaches further than the person who is signed in',
  mailbox: 'an Exchange Administrator, by a role with a scope of one mailbox; never consented in Entra',
  chat: 'nobody beforehand: it comes with the app, for the one chat into which it is added',
}

export const GRANTS: readonly Grant[] = [
  {
    name: 'Sites.Selected',
    kind: 'application',
    why: 'Papers (chronologies, minutes, forms) are kept in one SharePoint site that was made for them.',
    without: 'No paper can be kept or opened; everything else works, and each screen says so.',
    cannot:
      'By itself it opens no site at all. The site is granted by name in step 2, and only that one. There the grant is `manage`, which can also delete libraries; the product does not.',
  },
  {
    name: 'OnlineMeetings.ReadWrite.All',
    kind: 'application',
    why: 'The panel meeting gets its lobby, and recording and transcription are off.',
    without:
      'A meeting whose lobby cannot be closed is not done: the invitation is out, the page says that it is not locked, and booking again goes on from there.',
    cannot:
      'It reaches the meetings of the organiser alone: a policy of step 4 names that one account. It reads no chat, no recording, no transcript.',
  },
  {
    name: 'TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All',
    kind: 'application',
    why: 'The app is added to the chat of a panel meeting, so that the panel page is beside the call.',
    without: 'The chair adds the app to the meeting by hand, or shares the page as a window.',
    cannot:
      'It adds and removes this app alone, but in any chat of the organisation, with the rights that the app’s manifest lists: now to see the tabs of the chat and to make one. It reads no message and sees no other app.',
  },
  {
    name: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
    kind: 'application',
    why: 'The bot can write first to somebody who has not opened the app yet.',
    without: 'Whoever has not added the app hears by mail.',
    cannot: 'It adds and removes this app alone, but for any person of the organisation.',
  },
  {
    name: 'openid',
    kind: 'delegated',
    why: 'Sign-in in a browser: who is there.',
    without: 'Each person is asked to consent when they first sign in, or cannot.',
    cannot: 'It says who signed in, and reads nothing.',
  },
  {
    name: 'profile',
    kind: 'delegated',
    why: 'Sign-in in a browser: the name of whoever is there.',
    without: 'Each person is asked to consent when they first sign in, or cannot.',
    cannot: 'It is the name of the person who signed in, nobody else’s.',
  },
  {
    name: 'User.ReadBasic.All',
    kind: 'delegated',
    why: 'The business manager finds a colleague in the directory, by name.',
    without: 'People are entered by hand; they come in by the link of their invitation.',
    cannot: 'Names and addresses alone, and only what the person who searches may see.',
  },
  {
    name: 'Calendars.ReadWrite',
    kind: 'mailbox',
    why: 'Panel days and close-the-loop meetings are booked, moved and cancelled in the organiser’s calendar.',
    without: 'No meeting is booked; the page says so, and it can be tried again.',
    cannot: 'It sees the organiser’s calendar and no other, not even whether somebody is free.',
  },
  {
    name: 'Mail.Send',
    kind: 'mailbox',
    why: 'Whoever is not in Teams is asked by mail, with a reference and a link; an invitation to join goes out.',
    without:
      'Whoever is not in Teams hears nothing; the business manager sees them under "could not be delivered", and copies the links of invitations.',
    cannot: 'It sends as the organiser. It reads no mail, not even the organiser’s.',
  },
  {
    name: 'TeamsTab.Read.Chat',
    kind: 'chat',
    why: 'The panel page is put beside a meeting once, however often the meeting is booked or moved.',
    without: 'The panel page does not come beside the meeting; the chair adds it by hand.',
    cannot: 'It sees which tabs stand in a chat into which the app was added. It reads no message.',
  },
  {
    name: 'TeamsTab.Create.Chat',
    kind: 'chat',
    why: 'The panel page stands as a tab in the chat of its meeting.',
    without: 'The chair adds the tab by hand.',
    cannot: 'It makes a tab in a chat into which the app was added. It reads nothing there.',
  },
]

/** What the organisation gives only if it wants to: with INVITE_GUESTS=yes. */
export const GRANTS_IF_WANTED: readonly Grant[] = [
  {
    name: 'User.Invite.All',
    kind: 'application',
    why: 'Only with `INVITE_GUESTS=yes`: the business manager makes somebody of another organisation a guest.',
    without: 'Guests are made by the organisation’s own process, and join by the link of an invitation.',
    cannot: 'It makes guests of the whole organisation. It reads nobody, changes nobody and removes nobody.',
  },
]

/** What the organisation has chosen. */
export type Wishes = { readonly inviteGuests: boolean }
export const NO_WISHES: Wishes = { inviteGuests: false }

/** All that is given, with these wishes. */
export function grantsWith({ inviteGuests }: Wishes): readonly Grant[] {
  return inviteGuests ? [...GRANTS, ...GRANTS_IF_WANTED] : GRANTS
}

/** What is asked for once in Entra, for the whole organisation. */
export function consented(kind: 'application' | 'delegated', wishes: Wishes = NO_WISHES): readonly string[] {
  return grantsWith(wishes)
    .filter((each) => each.kind === kind)
    .map(({ name }) => name)
}

/** The scope under which people sign in to the product's own API. */
export const API_SCOPE = 'access_as_user'

/** The Teams programs that may ask for that scope without a consent of each person: desktop and phone, and web. */
export const TEAMS_CLIENTS = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
] as const

/**
 * All programs that may: the application itself is one, since a browser outside Teams signs in with it. Otherwise each
 * person would be asked there, or be refused where people may not consent.
 */
export const letIn = (clientId: string): readonly string[] => [...TEAMS_CLIENTS, clientId]

/** Where a browser comes back to after it has signed in, or after an administrator has consented. */
export const signInPage = (publicUrl: string): string => `${publicUrl}/sign-in`

/** The address by which the tab asks for its tokens: a tab with a bot has this form, with one host. */
export const appIdUri = (publicUrl: string, clientId: string): string =>
  `api://${new URL(publicUrl).host.toLowerCase()}/botid-${clientId}`
