import * as z from 'zod/mini'

import type { GraphFault } from '#graph/client/fault.ts'
import { openGraph } from '#graph/client/graph.ts'
import type { Graph } from '#graph/client/graph.ts'
import { at } from '#graph/client/path.ts'
import { madeFor } from '#graph/meetings/event.ts'
import type { TokenSource } from '#graph/tokens/token-source.ts'

import type { CloudConfig, Config } from '../config/config.ts'
import { faultLine } from '../log.ts'
import type { Tried } from './check-config.ts'
import { GRAPH_SCOPE, tokensOf, USER_AGENT } from './microsoft-365.ts'
import { openCloudStore } from './open-cloud-store.ts'
import { CannotStart } from './open-store.ts'

const CONNECTOR_SCOPE = 'https://api.botframework.com/.default'
const QUIET = { realNow: Date.now, log: () => {}, measure: () => {}, processes: () => 1, say: () => {} }
/** Nothing that is read is kept: only that it may be read. */
const ANYTHING = z.object({ value: z.array(z.unknown()) })

/** Tries, with the settings as they are, everything that the product needs to work. It reads, and changes nothing. */
export async function* tryOut(config: Config): AsyncGenerator<Tried> {
  if (config.mode === 'local') {
    yield { works: true, says: 'Local mode needs nothing from outside.' }
    return
  }
  yield database(config)
  const tokens = await tokensOf(config, QUIET).catch((error: unknown) => error)
  if (!isSource(tokens)) {
    yield no(
      tokens instanceof CannotStart ? tokens.message : 'The credential of the application cannot be read.',
    )
    return
  }
  const token = await tokens.application(GRAPH_SCOPE)({ fresh: true })
  if (!token.ok) {
    yield no(`Entra gives the application no token (${codeOf(token.fault)}). ${ENTRA}`)
    return
  }
  yield yes('Entra gives the application a token.')
  const graph = openGraph({
    baseUrl: config.addresses.graph,
    token: tokens.application(GRAPH_SCOPE),
    userAgent: USER_AGENT,
  })
  yield site(graph, config)
  yield mailbox(graph, config)
  yield bot(tokens)
}

const ENTRA =
  'Compare TENANT_ID and CLIENT_ID with the registration, and its certificate or federated credential with this one.'

async function database(config: CloudConfig): Promise<Tried> {
  try {
    const { database: opened } = await openCloudStore(config, Date.now)
    await opened.close()
    return yes('The database lets both logins in, neither is above its walls, and it is at this version.')
  } catch (error) {
    return no(
      error instanceof CannotStart
        ? error.message
        : `The database could not be asked (${String(faultLine(error)['code'] ?? 'no answer')}).`,
    )
  }
}

async function site(graph: Graph, { site: id }: CloudConfig): Promise<Tried> {
  const found = await graph.ask(
    { method: 'GET', path: at`/sites/${id}/drives`, query: { $top: '1' } },
    ANYTHING,
  )
  return found.ok
    ? yes('The SharePoint site can be read.')
    : no(
        found.fault.reason === 'not-there'
          ? 'There is no SharePoint site with this id. Correct SHAREPOINT_SITE.'
          : `The SharePoint site cannot be read (${codeOf(found.fault)}). Give the application the grant "manage" on this one site: docs/install.md.`,
      )
}

async function mailbox(graph: Graph, { organiser }: CloudConfig): Promise<Tried> {
  // As a booking is looked for, so that it is the same right; there is none of this name.
  const query = { $filter: madeFor({ id: 'settings-are-checked' }), $select: 'id' }
  const found = await graph.ask({ method: 'GET', path: at`/users/${organiser}/events`, query }, ANYTHING)
  return found.ok
    ? yes('The calendar of the mailbox that organises can be read.')
    : no(
        found.fault.reason === 'not-there'
          ? 'There is no mailbox of this name, or it has no licence. Correct ORGANISER.'
          : `The calendar of the mailbox that organises cannot be read (${codeOf(found.fault)}). Let the application use this one mailbox: docs/install.md.`,
      )
}

async function bot({ msal }: TokenSource): Promise<Tried> {
  const token = await msal.acquireTokenByClientCredential({ scopes: [CONNECTOR_SCOPE] }).catch(() => null)
  return token
    ? yes('Entra gives the bot a token for Teams.')
    : no(
        'Entra gives the bot no token for Teams. The bot has to have the same app id and tenant as the application.',
      )
}

function isSource(tokens: unknown): tokens is TokenSource {
  return typeof tokens === 'object' && tokens !== null && 'msal' in tokens
}

/** Reason and Microsoft's own code: their sentences name people. */
function codeOf({ reason, code }: GraphFault): string {
  return code === undefined ? reason : `${reason}, ${code}`
}

function yes(says: string): Tried {
  return { works: true, says }
}

function no(says: string): Tried {
  return { works: false, says }
}
