import { describe, expect, it } from 'vitest'

import { anApp, there } from '#tests/fixtures/a-package.ts'

import type { TeamsApp } from './app.ts'
import { LINTS, lintProblems } from './lint.ts'
import { CHAT_PERMISSIONS } from './permissions.ts'

const lint = (app: TeamsApp): readonly string[] => lintProblems(app, CHAT_PERMISSIONS)
const home = (app: TeamsApp) => there(app.staticTabs?.[0])
const bot = (app: TeamsApp) => there(app.bots?.[0])
const tab = (app: TeamsApp) => there(app.configurableTabs?.[0])

/** Every rule with the apps that it is there for, and a piece of what it says. */
const BAD: Readonly<Record<string, readonly (readonly [string, (app: TeamsApp) => void, string])[]>> = {
  'ids are real': [
    ['an id of zeros', (app) => (app.id = '00000000-0000-0000-0000-000000000000'), 'id is'],
    ['a placeholder', (app) => (bot(app).botId = '${{APP_CLIENT_ID}}'), 'bots[0].botId is'],
    ['no sign-in', (app) => delete app.webApplicationInfo, 'webApplicationInfo.id is "undefined"'],
  ],
  'one host, and it is ours': [
    ['a wildcard', (app) => (app.validDomains = ['*.example.org']), '"*.example.org"'],
    ['a second host', (app) => app.validDomains?.push('cdn.example.org'), 'has 2 entries'],
    ['this machine', (app) => (app.validDomains = ['localhost']), '"localhost"'],
    ['a port', (app) => (app.validDomains = ['evaluations.example.org:3978']), ':3978'],
    ['an address', (app) => (app.validDomains = ['192.0.2.7']), '"192.0.2.7"'],
    ['none', (app) => delete app.validDomains, 'has 0 entries'],
  ],
  'every address is https and at our host': [
    [
      'plain http',
      (app) => (home(app).contentUrl = 'http://evaluations.example.org/'),
      'staticTabs.0.contentUrl',
    ],
    ['another host', (app) => (app.developer.privacyUrl = 'https://example.com/privacy'), 'example.com'],
    [
      'a host that only begins like ours',
      (app) => (home(app).websiteUrl = 'https://evaluations.example.org.example.com/'),
      'example.com',
    ],
    ['a script', (app) => (tab(app).configurationUrl = 'javascript:void(0)'), 'configurationUrl'],
  ],
  'no address carries who the person is': [
    [
      'a name to sign in with',
      (app) => (home(app).contentUrl = 'https://evaluations.example.org/?who={user.loginHint}'),
      'loginHint',
    ],
    [
      'the old spelling',
      (app) => (tab(app).configurationUrl += '&upn={userPrincipalName}'),
      'userPrincipalName',
    ],
  ],
  'sign-in is for the bot’s own registration': [
    ['another registration', (app) => (there(app.webApplicationInfo).id = app.id), 'is not the bot’s'],
    [
      'without the bot',
      (app) => (there(app.webApplicationInfo).resource = `api://evaluations.example.org/${bot(app).botId}`),
      'botid-',
    ],
    [
      'another host',
      (app) => (there(app.webApplicationInfo).resource = `api://example.com/botid-${bot(app).botId}`),
      'example.com',
    ],
  ],
  'one version of the schema': [
    ['two versions', (app) => (app.$schema = there(app.$schema).replace('v1.25', 'v1.19')), 'v1.19'],
  ],
  'three numbers': [
    ['two numbers', (app) => (app.version = '1.4'), '"1.4"'],
    ['a trial', (app) => (app.version = '1.4.0-beta'), 'beta'],
    ['a nought before', (app) => (app.version = '1.04.0'), '"1.04.0"'],
  ],
  'only the permissions that we call with': [
    [
      'one too many',
      (app) =>
        app.authorization?.permissions?.resourceSpecific?.push({
          name: 'ChatMessage.Read.Chat',
          type: 'Application',
        }),
      'ChatMessage.Read.Chat (Application) is asked for, and never used',
    ],
    [
      'the other kind',
      (app) => (there(app.authorization?.permissions?.resourceSpecific?.[0]).type = 'Delegated'),
      '(Delegated) is asked for',
    ],
    [
      'one too few',
      (app) => delete app.authorization,
      'TeamsTab.Create.Chat (Application) is used, and not asked for',
    ],
  ],
  'the smallest surface': [
    ['search from any compose box', (app) => (app.composeExtensions = []), 'composeExtensions'],
    ['a camera', (app) => (app.devicePermissions = ['media']), 'devicePermissions'],
    ['the permissions of old', (app) => (app.permissions = ['identity']), 'permissions'],
    ['the activity feed', (app) => (app.activities = {}), 'activities'],
  ],
  'the bot speaks to one person alone': [
    ['in channels', (app) => bot(app).scopes.push('team'), 'personal, team'],
    [
      'commands in group chats',
      (app) => there(bot(app).commandLists?.[0]).scopes.push('groupChat'),
      'commands',
    ],
    ['files', (app) => (bot(app).supportsFiles = true), 'files'],
    ['calls', (app) => (bot(app).supportsCalling = true), 'calls'],
    ['none', (app) => delete app.bots, 'there are 0 bots'],
  ],
  'home comes first, then chat and about': [
    [
      'chat first',
      (app) => (app.staticTabs = there(app.staticTabs).toReversed()),
      'about, conversations, home',
    ],
    ['no address outside Teams', (app) => delete home(app).websiteUrl, 'outside Teams'],
    ['home for a whole chat', (app) => home(app).scopes.push('groupChat'), 'shows everyone the same page'],
  ],
  'the round’s tab is offered in channels and meetings': [
    [
      'no side panel',
      (app) => (tab(app).context = ['channelTab', 'meetingChatTab', 'meetingDetailsTab', 'meetingStage']),
      'meetingSidePanel',
    ],
    ['no meetings', (app) => (tab(app).scopes = ['team']), 'groupChat'],
    ['none', (app) => delete app.configurableTabs, 'its places lack channelTab'],
  ],
  'scopes are spelt as Teams spells them': [
    [
      'groupchat among scopes',
      (app) => (tab(app).scopes as string[]).push('groupchat'),
      '"groupchat" is no scope',
    ],
    [
      'groupChat where it is groupchat',
      (app) => Object.assign(there(app.defaultGroupCapability), { groupChat: 'tab' }),
      '"groupChat"',
    ],
  ],
  'in the store, an administrator says yes first': [
    ['open to all', (app) => (app.defaultBlockUntilAdminAction = false), 'not true'],
  ],
  'nothing stands in front of the page': [
    ['a spinner that waits for us', (app) => (app.showLoadingIndicator = true), 'showLoadingIndicator'],
    ['without Teams’ bar', (app) => (app.isFullScreen = true), 'isFullScreen'],
  ],
  'shared and private channels too': [
    ['standard channels alone', (app) => delete app.supportsChannelFeatures, 'tier1'],
  ],
  'names are short, and not Microsoft’s': [
    ['Teams in the name', (app) => (app.name.short = 'Case Evaluations for Teams'), 'for Teams'],
    ['a long name', (app) => (app.name.short = 'Case Evaluations of our partnership'), 'name.short has 35'],
    ['a long sentence', (app) => (app.description.short = 'x'.repeat(81)), 'may have 80'],
    ['the same twice', (app) => (app.description.full = `${app.description.short} And so on.`), 'repeats'],
    ['a long organisation', (app) => (app.developer.name = 'x'.repeat(33)), 'may have 32'],
  ],
  'what is read aloud is short and tells one from another': [
    ['two of a name', (app) => (home(app).name = 'Help'), 'same name'],
    ['a long tab', (app) => (home(app).name = 'What is waiting for me'), 'a tab has 22'],
    [
      'a command that says nothing more',
      (app) => (there(bot(app).commandLists?.[0]?.commands[0]).description = 'List'),
      '"List" does not say',
    ],
  ],
  'no word about a child or a case': [
    ['a case', (app) => (app.description.full += ' See N-12.'), 'N-12'],
    ['what happened', (app) => (home(app).name = 'Neglect'), 'Neglect'],
    ['a person of the example', (app) => (app.description.short = 'Ask Alex-Test.'), 'Alex-Test'],
    ['in an address', (app) => (home(app).contentUrl = 'https://evaluations.example.org/?dob=1'), 'dob'],
  ],
  'the accent is readable under white': [['too light', (app) => (app.accentColor = '#7f85f5'), 'below 4.5']],
  'icons lie beside the manifest': [
    ['another folder', (app) => (app.icons = { ...app.icons, color: '../color.png' }), '../color.png'],
  ],
  'British English comes first': [
    ['American', (app) => (there(app.localizationInfo).defaultLanguageTag = 'en-us'), 'en-us'],
    [
      'twice',
      (app) =>
        (there(app.localizationInfo).additionalLanguages = [{ languageTag: 'en-gb', file: 'en-gb.json' }]),
      'twice',
    ],
  ],
}

describe('our own lint', () => {
  it('has nothing against the app as it is', () => {
    expect(lint(anApp())).toEqual([])
  })

  it('has a bad app for each of its rules', () => {
    expect(Object.keys(BAD).toSorted()).toEqual(LINTS.map(({ name }) => name).toSorted())
  })

  it.each(
    Object.entries(BAD).flatMap(([rule, apps]) =>
      apps.map(([what, change, says]) => ({ rule, what, change, says })),
    ),
  )('$rule: $what', ({ rule, change, says }) => {
    const problems = lint(anApp(change)).filter((problem) => problem.startsWith(`${rule}: `))
    expect(problems.join('\n')).toContain(says)
  })
})
