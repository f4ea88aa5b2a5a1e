import * as z from 'zod/mini'

import type { Installed, Installer } from '#core/people/installer.ts'

import type { Answered, GraphFault } from '../client/fault.ts'
import type { Graph } from '../client/graph.ts'
import { at } from '../client/path.ts'
import { appInCatalogue } from './app-in-catalogue.ts'

type Settings = {
  readonly tenantId: string
  /** The app's id in the organisation's catalogue. */
  readonly teamsApp: string
}

const named = z.object({ id: z.string().check(z.minLength(1)) })
const installation = z.extend(named, { teamsApp: z.nullish(z.object({ id: z.nullish(z.string()) })) })

/** Installs the app for one person, and says where the bot's chat with them is. */
export function graphInstaller(graph: Graph, { tenantId, teamsApp }: Settings): Installer {
  return {
    async install(account) {
      // Whoever is at home elsewhere has their own Teams, of which we know nothing.
      if (account.tenantId !== tenantId) return never('not of this organisation')
      const apps = at`/users/${account.aadId}/teamwork/installedApps`
      const put = await graph.tell({
        method: 'POST',
        path: apps,
        body: appInCatalogue(teamsApp),
        // A second install is refused as one that exists.
        isSafe: true,
      })
      if (!put.ok && put.fault.reason !== 'exists') return notInstalled(put.fault)
      const found = await graph.all(
        {
          method: 'GET',
          path: apps,
          query: { $expand: 'teamsApp', $filter: `teamsApp/id eq '${teamsApp}'` },
        },
        installation,
      )
      if (!found.ok) return notInstalled(found.fault)
      const ours = found.value.find((each) => each.teamsApp?.id === teamsApp)
      // It is seen a little after it was made.
      if (!ours) return { ok: false, retry: 'later', why: 'the app is not there yet' }
      return chatOf(
        await graph.ask(
          {
            method: 'GET',
            path: at`/users/${account.aadId}/teamwork/installedApps/${ours.id}/chat`,
          },
          named,
        ),
      )
    },
  }
}

function chatOf(chat: Answered<{ readonly id: string }>): Installed {
  if (chat.ok) return { ok: true, chat: chat.value.id }
  // The app was found a moment ago: its chat comes a little after it.
  if (chat.fault.reason === 'not-there')
    return { ok: false, retry: 'later', why: 'the chat is not there yet' }
  return notInstalled(chat.fault)
}

function notInstalled({ reason, retryAfterMs }: GraphFault): Installed {
  switch (reason) {
    case 'not-there':
      return never('neither the app in the catalogue nor this account')
    case 'not-allowed':
      return never('the organisation does not allow the app for this person')
    case 'refused':
    case 'exists':
    case 'changed':
    case 'no-room':
      return never(`install: ${reason}`)
    case 'throttled':
    case 'locked':
    case 'consent-missing':
    case 'signed-out':
    case 'not-reachable':
    case 'in-doubt':
      return {
        ok: false,
        retry: 'later',
        why: `install: ${reason}`,
        ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }),
      }
  }
}

function never(why: string): Installed {
  return { ok: false, retry: 'never', why }
}
