import { randomUUID } from 'node:crypto'

import { CHAT_PERMISSIONS } from '../../../manifest/permissions.ts'
import { no, yes } from './stand-in.ts'
import type { Area } from './stand-in.ts'

/** What stands in one chat. */
export type KeptChat = { readonly apps: Map<string, readonly string[]>; readonly tabs: KeptTab[] }
type KeptTab = {
  readonly id: string
  readonly displayName: string
  readonly configuration: Readonly<Record<string, string>>
}
type Install = {
  readonly consentedPermissionSet?: {
    readonly resourceSpecificPermissions: readonly Agreed[]
  }
}

type Agreed = { readonly permissionValue: string; readonly permissionType: string }

export type ChatsArea = Area & { readonly chats: ReadonlyMap<string, KeptChat> }

const NAME = 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/'

/** The id in the body's `teamsApp@odata.bind`, if it is one of the catalogue. */
export function appIn(body: unknown): string | undefined {
  const bound = (body as Readonly<Record<string, unknown>>)['teamsApp@odata.bind']
  return typeof bound === 'string' && bound.startsWith(NAME) ? bound.slice(NAME.length) : undefined
}

/** An app that asks for rights in the chat is installed only with exactly these agreed to. */
const ASKED = namesOf(
  CHAT_PERMISSIONS.map(({ name, type }) => ({ permissionValue: name, permissionType: type })),
)

/**
 * Apps and tabs of chats: an app that is there is refused with 409, one that is not in the catalogue and a chat that
 * there is not with 404, and one whose rights in the chat are not agreed to as its manifest asks for them with 403
 * (chat-post-installedapps); a tab is made as often as it is asked for, and only where the app was agreed to for that
 * (chat-post-tabs).
 */
export function teamsChats(catalogue: readonly string[], isThere: (chat: string) => boolean): ChatsArea {
  const chats = new Map<string, KeptChat>()
  const may = (chat: KeptChat, permission: string): boolean =>
    [...chat.apps.values()].some((agreed) => agreed.includes(permission))
  return {
    operations: {
      'chats.CreateInstalledApps': ({ params, body }) => {
        const app = appIn(body)
        if (app === undefined || !catalogue.includes(app)) return no(404, 'NotFound')
        const id = params['chat-id'] ?? ''
        if (!isThere(id)) return no(404, 'NotFound')
        const agreed = (body as Install).consentedPermissionSet?.resourceSpecificPermissions ?? []
        if (namesOf(agreed) !== ASKED) return no(403, 'Forbidden')
        const chat = chats.get(id) ?? { apps: new Map(), tabs: [] }
        chats.set(id, chat)
        if (chat.apps.has(app)) return no(409, 'Conflict')
        chat.apps.set(
          app,
          agreed.map(({ permissionValue }) => permissionValue),
        )
        return { status: 201 }
      },
      'chats.ListTabs': ({ params }) => {
        const chat = chats.get(params['chat-id'] ?? '')
        if (!chat || !may(chat, 'TeamsTab.Read.Chat')) return no(403, 'Forbidden')
        return yes({ value: chat.tabs })
      },
      'chats.CreateTabs': ({ params, body }) => {
        const chat = chats.get(params['chat-id'] ?? '')
        if (!chat || !may(chat, 'TeamsTab.Create.Chat')) return no(403, 'Forbidden')
        if (!chat.apps.has(appIn(body) ?? '')) return no(400, 'BadRequest')
        const { displayName, configuration } = body as KeptTab
        const tab: KeptTab = { id: randomUUID(), displayName, configuration }
        chat.tabs.push(tab)
        return yes(tab, 201)
      },
    },
    chats,
  }
}

function namesOf(agreed: readonly Agreed[]): string {
  return agreed
    .map(({ permissionValue, permissionType }) => `${permissionValue} ${permissionType.toLowerCase()}`)
    .toSorted()
    .join()
}
