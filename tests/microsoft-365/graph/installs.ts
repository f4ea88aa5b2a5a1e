import { appIn } from './chats.ts'
import { no, yes } from './stand-in.ts'
import type { Area } from './stand-in.ts'

export type InstallsArea = Area & {
  /** Who has the app by now. */
  readonly installed: ReadonlySet<string>
  /** The organisation's policy keeps the app from this person. */
  block(user: string): void
}

/** Apps of people: a second install is refused with 409, an app outside the catalogue and a person outside the tenant with 404. */
export function personalInstalls(catalogue: readonly string[], users: readonly string[]): InstallsArea {
  const installed = new Set<string>()
  const blocked = new Set<string>()
  return {
    operations: {
      'users.teamwork.CreateInstalledApps': ({ params, body }) => {
        const user = params['user-id'] ?? ''
        const app = appIn(body)
        if (app === undefined || !catalogue.includes(app) || !users.includes(user)) return no(404, 'NotFound')
        if (blocked.has(user)) return no(403, 'Forbidden')
        if (installed.has(user)) return no(409, 'Conflict')
        installed.add(user)
        return { status: 201 }
      },
      'users.teamwork.ListInstalledApps': ({ params, query }) => {
        const app = /^teamsApp\/id eq '(.+)'$/.exec(query.get('$filter') ?? '')?.[1]
        if (app === undefined) return no(400, 'BadRequest')
        const isThere = installed.has(params['user-id'] ?? '') && catalogue.includes(app)
        const expanded = query.get('$expand') === 'teamsApp' ? { teamsApp: { id: app } } : {}
        return yes({ value: isThere ? [{ id: `install-${params['user-id']}`, ...expanded }] : [] })
      },
      'users.teamwork.installedApps.GetChat': ({ params }) => {
        const user = params['user-id'] ?? ''
        const isTheirs = params['userScopeTeamsAppInstallation-id'] === `install-${user}`
        return isTheirs
          ? yes({ id: `19:${user}_bot@unq.gbl.spaces`, chatType: 'oneOnOne' })
          : no(404, 'NotFound')
      },
    },
    installed,
    block: (user) => void blocked.add(user),
  }
}
