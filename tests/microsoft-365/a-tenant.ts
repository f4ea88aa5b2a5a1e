import { randomUUID } from 'node:crypto'

import { openGraph } from '#graph/client/graph.ts'
import type { Graph, GraphSettings } from '#graph/client/graph.ts'
import { GRAPH_USES, GRAPH_USES_IF_WANTED } from '#graph/permissions.ts'
import { tokenSource } from '#graph/tokens/token-source.ts'
import type { TokenSource } from '#graph/tokens/token-source.ts'
import { aFaultProxy } from '#tests/faults/proxy.ts'
import type { FaultProxy } from '#tests/faults/proxy.ts'

import { anAppCertificate, theTestAuthority } from './certificates.ts'
import { GRAPH_AUDIENCE, anEntra } from './entra.ts'
import type { Entra, EntraUser } from './entra.ts'
import { aSharePoint } from './graph/documents-area.ts'
import type { SharePoint } from './graph/documents-area.ts'
import { aGraph } from './graph/stand-in.ts'
import type { Area, GraphStandIn } from './graph/stand-in.ts'

/** A tenant of Microsoft 365 on this machine, with the product registered in it; proxies before both hosts. */
export type Tenant = {
  readonly tenantId: string
  readonly clientId: string
  readonly entra: Entra
  readonly graph: GraphStandIn
  readonly sharePoint: SharePoint
  /** Faults on the way to Graph, and to the host of uploads and downloads. */
  readonly wayToGraph: FaultProxy
  readonly wayToFiles: FaultProxy
  readonly tokens: TokenSource
  /** What proves the product to Entra. */
  readonly certificate: ReturnType<typeof anAppCertificate>
  /** As the product, through the proxy; pauses take no time unless told. */
  open(settings?: Partial<GraphSettings>): Graph
  user(name: string): EntraUser
  /** Fails the test when anything was wrong that no product may do. */
  close(): Promise<void>
}

export const GRAPH_SCOPE = `${GRAPH_AUDIENCE}/.default`
export const USER_AGENT = 'NONISV|CaseEvaluations|CaseEvaluations/1.0'

/** A key takes a while to make: one for all tenants of a file. */
let ours: ReturnType<typeof anAppCertificate> | undefined

export async function aTenant(
  options: {
    readonly areas?: (tenant: {
      readonly tenantId: string
      readonly wrong: (what: string) => void
    }) => readonly Area[]
    readonly pageSize?: number
    /** Another one than one by chance: the example's. */
    readonly tenantId?: string
  } = {},
): Promise<Tenant> {
  const { server } = theTestAuthority()
  const tenantId = options.tenantId ?? randomUUID()
  const clientId = randomUUID()
  const certificate = (ours ??= anAppCertificate())
  const entra = await anEntra({
    tenantId,
    apps: [
      {
        clientId,
        certificates: [certificate.cert],
        roles: agreed('application'),
        scopes: agreed('delegated'),
      },
    ],
  })
  const wrongs: string[] = []
  const wrong = (what: string): void => void wrongs.push(what)
  const sharePoint = await aSharePoint({
    wrong,
    ...(options.pageSize !== undefined && { pageSize: options.pageSize }),
  })
  const graph = await aGraph(entra, [sharePoint.area, ...(options.areas?.({ tenantId, wrong }) ?? [])])
  const wayToGraph = await aFaultProxy(graph.origin, Date.now, { ...server, host: 'localhost' })
  const wayToFiles = await aFaultProxy(sharePoint.files.origin, Date.now, { ...server, host: '127.0.0.1' })
  graph.publishAt(wayToGraph.url)
  sharePoint.files.publishAt(wayToFiles.url)
  const tokens = tokenSource({
    authority: entra.authority,
    tenantId,
    clientId,
    proof: {
      kind: 'certificate',
      thumbprintSha256: certificate.thumbprintSha256,
      privateKey: certificate.key,
      x5c: certificate.cert,
    },
  })
  return {
    tenantId,
    clientId,
    entra,
    graph,
    sharePoint,
    wayToGraph,
    wayToFiles,
    tokens,
    certificate,
    open: (settings = {}) =>
      openGraph({
        baseUrl: wayToGraph.url,
        token: tokens.application(GRAPH_SCOPE),
        userAgent: USER_AGENT,
        pause: () => Promise.resolve(),
        ...settings,
      }),
    user: (name) => ({
      oid: randomUUID(),
      tid: tenantId,
      name,
      mail: `${name.replaceAll(' ', '.')}@example.test`,
    }),
    close: async () => {
      const ends = [wayToGraph, wayToFiles, graph, sharePoint, entra].map((each) => each.close())
      await Promise.all(ends)
      const said = [...graph.wrongs, ...wrongs]
      if (said.length > 0) throw new Error(`Wrong calls: ${said.join(' | ')}`)
    },
  }
}

/** What an administrator agrees to in Entra: exactly what the product says it uses. */
export function agreed(kind: 'application' | 'delegated'): readonly string[] {
  const uses = [...GRAPH_USES, ...GRAPH_USES_IF_WANTED].filter(
    (use) => use.kind === kind && use.by === 'entra',
  )
  return [...new Set(uses.map(({ permission }) => permission))]
}
