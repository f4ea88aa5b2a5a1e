import * as z from 'zod/mini'

import type { Booking } from '#core/meetings/meetings.ts'
import { MEETINGS, meetingPath } from '#core/meetings/words.ts'

import { answered } from '../client/fault.ts'
import type { Answered } from '../client/fault.ts'
import type { Graph } from '../client/graph.ts'
import { at } from '../client/path.ts'
import { appInCatalogue } from '../installs/app-in-catalogue.ts'

const tabSchema = z.object({
  configuration: z.nullish(z.object({ entityId: z.nullish(z.string()) })),
})

/** What the app may do in this one chat; it has to be what its manifest asks for. */
export const CONSENT = {
  consentedPermissionSet: {
    resourceSpecificPermissions: ['TeamsTab.Create.Chat', 'TeamsTab.Read.Chat'].map((permissionValue) => ({
      permissionValue,
      permissionType: 'application',
    })),
  },
} as const

type Where = { readonly chat: string; readonly app: string; readonly home: string }

/** The product in the meeting's chat, which is the meeting's side panel: each once, however often it is asked for. */
export async function showInChat(
  graph: Graph,
  { chat, app, home }: Where,
  booking: Booking,
): Promise<Answered<null>> {
  const installed = await graph.tell({
    method: 'POST',
    path: at`/chats/${chat}/installedApps`,
    body: { ...appInCatalogue(app), ...CONSENT },
    // A second install is refused as one that exists.
    isSafe: true,
  })
  if (!installed.ok && installed.fault.reason !== 'exists') return installed
  const tab = tabOf(booking, home)
  const tabs = await graph.all(
    { method: 'GET', path: at`/chats/${chat}/tabs`, query: { $expand: 'teamsApp' } },
    tabSchema,
  )
  if (!tabs.ok) return tabs
  if (tabs.value.some(({ configuration }) => configuration?.entityId === tab.configuration.entityId))
    return answered(null)
  return graph.tell({
    method: 'POST',
    path: at`/chats/${chat}/tabs`,
    body: { ...tab, ...appInCatalogue(app) },
  })
}

function tabOf(booking: Booking, home: string) {
  const { kind, round } = booking
  const url = `${home}${meetingPath(booking)}`
  return {
    displayName: MEETINGS[kind].title,
    configuration: {
      entityId: kind === 'panel-day' ? `round:${round.id}` : `meeting:${booking.id}`,
      contentUrl: url,
      websiteUrl: url,
    },
  }
}
