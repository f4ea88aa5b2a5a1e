import { isVersion } from '../settings.ts'
import { when } from './rule.ts'
import type { ChatPermission, Lint } from './rule.ts'

/** What the app is and may do in Teams: the smallest surface that serves. */
export const SURFACE: readonly Lint[] = [
  {
    name: 'one version of the schema',
    says: ({ $schema, manifestVersion }) =>
      when(
        !String($schema).includes(`/v${manifestVersion}/`),
        `$schema is ${$schema}, manifestVersion ${manifestVersion}.`,
      ),
  },
  {
    name: 'three numbers',
    says: ({ version }) => when(!isVersion(version), `version is "${version}".`),
  },
  {
    name: 'only the permissions that we call with',
    says: (app, allowed) => {
      const asked = (app.authorization?.permissions?.resourceSpecific ?? []).map(inWords)
      const known = allowed.map(inWords)
      return [
        ...asked
          .filter((each) => !known.includes(each))
          .map((each) => `${each} is asked for, and never used.`),
        ...known.filter((each) => !asked.includes(each)).map((each) => `${each} is used, and not asked for.`),
      ]
    },
  },
  {
    name: 'the smallest surface',
    says: (app) =>
      (
        [
          'composeExtensions',
          'connectors',
          'permissions',
          'devicePermissions',
          'activities',
          'graphConnector',
        ] as const
      )
        .filter((part) => app[part] !== undefined)
        .map((part) => `${part} is there: nothing of ours needs it.`),
  },
  {
    name: 'the bot speaks to one person alone',
    says: ({ bots = [] }) => [
      ...when(bots.length !== 1, `there are ${bots.length} bots.`),
      ...bots.flatMap((bot) => [
        ...when(bot.scopes.join() !== 'personal', `its scopes are ${bot.scopes.join(', ')}.`),
        ...when(bot.supportsFiles !== false, 'it takes files.'),
        ...when(bot.supportsCalling === true || bot.supportsVideo === true, 'it takes calls.'),
        ...when(
          (bot.commandLists ?? []).some(({ scopes }) => scopes.join() !== 'personal'),
          'a list of commands is for others too.',
        ),
      ]),
    ],
  },
  {
    name: 'home comes first, then chat and about',
    says: ({ staticTabs = [] }) => {
      const [home] = staticTabs
      return [
        ...when(
          staticTabs.map(({ entityId }) => entityId).join() !== 'home,conversations,about',
          `the tabs are ${staticTabs.map(({ entityId }) => entityId).join(', ')}.`,
        ),
        ...when(
          home?.name === undefined || home.contentUrl === undefined || home.websiteUrl === undefined,
          'home needs a name, its address, and the one outside Teams.',
        ),
        ...when(
          staticTabs.some(({ scopes }) => scopes.join() !== 'personal'),
          'a tab that is pinned for others too shows everyone the same page.',
        ),
      ]
    },
  },
  {
    name: 'the round’s tab is offered in channels and meetings',
    says: ({ configurableTabs = [] }) => {
      const [tab] = configurableTabs
      return [
        ...when(lacks(SCOPES, tab?.scopes) !== '', `its scopes lack ${lacks(SCOPES, tab?.scopes)}.`),
        ...when(lacks(PLACES, tab?.context) !== '', `its places lack ${lacks(PLACES, tab?.context)}.`),
      ]
    },
  },
  {
    name: 'scopes are spelt as Teams spells them',
    says: (app) => [
      ...[...(app.staticTabs ?? []), ...(app.configurableTabs ?? []), ...(app.bots ?? [])]
        .flatMap(({ scopes }): readonly string[] => scopes)
        .filter((scope) => !['personal', 'team', 'groupChat'].includes(scope))
        .map((scope) => `"${scope}" is no scope.`),
      ...Object.keys(app.defaultGroupCapability ?? {})
        .filter((key) => !['team', 'groupchat', 'meetings'].includes(key))
        .map((key) => `defaultGroupCapability has "${key}".`),
    ],
  },
  {
    name: 'in the store, an administrator says yes first',
    says: (app) =>
      when(
        app.defaultBlockUntilAdminAction !== true,
        'defaultBlockUntilAdminAction is not true: in Teams’ store nobody would be asked first.',
      ),
  },
  {
    name: 'nothing stands in front of the page',
    says: (app) =>
      (['showLoadingIndicator', 'isFullScreen'] as const)
        .filter((part) => app[part] !== false)
        .map((part) => `${part} is not false.`),
  },
  {
    name: 'shared and private channels too',
    says: (app) => when(app.supportsChannelFeatures !== 'tier1', 'supportsChannelFeatures is not tier1.'),
  },
]

const SCOPES = ['team', 'groupChat']
const PLACES = ['channelTab', 'meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel', 'meetingStage']

function inWords({ name, type }: ChatPermission): string {
  return `${name} (${type})`
}

function lacks(wanted: readonly string[], got: readonly string[] = []): string {
  return wanted.filter((each) => !got.includes(each)).join(', ')
}
