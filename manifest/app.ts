import type { TeamsManifestV1D25 } from '@microsoft/app-manifest'

import { CHAT_PERMISSIONS } from './permissions.ts'
import type { PackageSettings } from './settings.ts'

export type TeamsApp = TeamsManifestV1D25.TeamsManifestV1D25

/** The colour of the tab's theme, and the ground of the icon: white on it reads well (6.9 to 1). */
export const ACCENT = '#4f52b2'

export const ICONS = { color: 'color.png', outline: 'outline.png' } as const

/** The language that the strings below are written in. */
export const OWN_LANGUAGE = 'en-gb'

/**
 * The Teams app, whole: what is not written here, the product does not ask for. Languages are the tags of the files
 * beside it, each `<tag>.json`.
 */
export function teamsApp(settings: PackageSettings, languages: readonly string[] = []): TeamsApp {
  const { appId, clientId, domain, version, organisation, nameSuffix } = settings
  const page = (path: string): string => `https://${domain}${path}`
  const named = (name: string): string => (nameSuffix === '' ? name : `${name} ${nameSuffix}`)
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json',
    manifestVersion: '1.25',
    id: appId,
    version,
    developer: {
      name: organisation,
      websiteUrl: page('/support'),
      privacyUrl: page('/privacy'),
      termsOfUseUrl: page('/terms'),
    },
    name: {
      short: named('Case Evaluations'),
      full: named('Case Evaluations for safeguarding partnerships'),
    },
    description: {
      short: 'What was promised, whether it happened, and who says so.',
      full: ABOUT,
    },
    icons: ICONS,
    accentColor: ACCENT,
    localizationInfo: {
      defaultLanguageTag: OWN_LANGUAGE,
      ...(languages.length > 0 && {
        additionalLanguages: languages.map((languageTag) => ({ languageTag, file: `${languageTag}.json` })),
      }),
    },
    staticTabs: [
      {
        entityId: 'home',
        name: 'Home',
        // Teams puts its theme in; on phones it knows this spelling alone.
        contentUrl: page('/?theme={theme}'),
        websiteUrl: page('/'),
        scopes: ['personal'],
      },
      // Teams' own two: the chat with the bot, and what the app is.
      { entityId: 'conversations', scopes: ['personal'] },
      { entityId: 'about', scopes: ['personal'] },
    ],
    configurableTabs: [
      {
        id: 'round',
        configurationUrl: page('/configure?theme={theme}'),
        canUpdateConfiguration: true,
        scopes: ['team', 'groupChat'],
        context: ['channelTab', 'meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel', 'meetingStage'],
      },
    ],
    bots: [
      {
        botId: clientId,
        scopes: ['personal'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [{ scopes: ['personal'], commands: COMMANDS.map((command) => ({ ...command })) }],
      },
    ],
    validDomains: [domain],
    webApplicationInfo: { id: clientId, resource: `api://${domain}/botid-${clientId}` },
    authorization: { permissions: { resourceSpecific: CHAT_PERMISSIONS.map((each) => ({ ...each })) } },
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'tab', groupchat: 'tab', meetings: 'tab' },
    supportsChannelFeatures: 'tier1',
    // Teams heeds it for apps of its store alone; an app of the organisation is open from its upload (step 9).
    defaultBlockUntilAdminAction: true,
    showLoadingIndicator: false,
    isFullScreen: false,
  }
}

/** What can be typed to the bot, in the words that it reads (`bot/typed.ts`). */
const COMMANDS = [
  { title: 'List', description: 'What is waiting for you' },
  { title: 'My actions', description: 'Your actions alone' },
  { title: 'Raise a concern', description: 'When you disagree with what is done for a child' },
  { title: 'Help', description: 'What you can ask here, and whom to ring' },
] as const

const ABOUT = `Safeguarding partnerships evaluate together how their agencies worked on a case. This app holds a round from its first day to the last answer: who owes what by when, the returns, the panel day, the actions, and whether they happened.

**An action is closed only when the one who raised it says that it happened.**

- **Home** shows what is waiting for you.
- **Chat** asks one question at a time, on a card, and takes the answer there. The app keeps nothing of what you type to it.
- **In a channel or a meeting** a tab shows a round to those who are part of it.

Cards, notifications and addresses carry a reference such as N-08 and nothing about the child. Who the child is, is shown in the app after a check of your role, and each view is recorded.

The app reads no messages, mails or files of yours. It is not for emergencies: if a child is in danger now, ring 999.

It is run by the organisation named above, for people of its safeguarding partnership. If you can't get in, ask the partnership's business manager.`
