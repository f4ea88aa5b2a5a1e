import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { describe, expect, it } from 'vitest'

import { sharePointDocuments } from '#graph/documents/share-point.ts'

import { GRAPH_SCOPE, aTenant } from './a-tenant.ts'
import { theTestAuthority } from './certificates.ts'
import { contractIsHere } from './graph/contract.ts'

const isPut = ({ method }: { readonly method: string }) => method === 'PUT'
const FOLDER = 'N-2018-2'
const SIZE = 250 * 1024 * 1024

describe.skipIf(!contractIsHere)('a paper of 250 MB', () => {
  it(
    'takes no more memory than 0.3 of it, goes on after a cut, and arrives whole',
    { timeout: 120_000 },
    async () => {
      const tenant = await aTenant()
      tenant.wayToFiles.script(
        { match: isPut, nth: 12, fault: { kind: 'cut-before' } },
        { match: isPut, nth: 20, fault: { kind: 'cut-after' } },
      )
      const documents = sharePointDocuments(tenant.open(), { siteId: tenant.sharePoint.siteId })
      await documents.keep(
        FOLDER,
        'round.pdf',
        new TextEncoder().encode('The library is made at its first use'),
      )
      const token = await tenant.tokens.application(GRAPH_SCOPE)({ fresh: false })
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [
          fileURLToPath(new URL('./upload-large.ts', import.meta.url)),
          tenant.wayToGraph.url,
          tenant.sharePoint.libraries.get(FOLDER)?.id ?? '',
          token.ok ? token.value : '',
          String(SIZE),
        ],
        {
          env: { ...process.env, NODE_EXTRA_CA_CERTS: theTestAuthority().caFile },
          timeout: 100_000,
        },
      )
      const { kept, grown } = JSON.parse(stdout) as { kept: boolean; grown: number }
      expect(kept).toBe(true)
      expect(grown).toBeLessThanOrEqual(0.3 * SIZE)
      const items = [...(tenant.sharePoint.libraries.get(FOLDER)?.items.values() ?? [])]
      expect(items.slice(1).map(({ name, size }) => [name, size])).toEqual([
        ['first.pdf', 12 * 1024 * 1024],
        ['large.pdf', SIZE],
      ])
      const cuts = tenant.wayToFiles.calls.filter(({ fault }) => fault !== null)
      expect(cuts.map(({ fault }) => fault)).toEqual(['cut-before', 'cut-after'])
      await tenant.close()
    },
  )
})
