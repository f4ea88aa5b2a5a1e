import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { DocumentId, Documents } from '#core/documents/documents.ts'
import type { LibraryTrouble } from '#graph/documents/library.ts'
import { sharePointDocuments } from '#graph/documents/share-point.ts'
import { holdsToThePort } from '#tests/fixtures/documents-port.ts'

import { aTenant } from './a-tenant.ts'
import type { Tenant } from './a-tenant.ts'
import { contractIsHere } from './graph/contract.ts'

const folder = 'N-2018-2'
const name = 'N-08 chronology.pdf'
const bytes = (text: string) => new TextEncoder().encode(text)
const large = (size: number) => Uint8Array.from({ length: size }, (_, index) => (index * 31) % 251)
const noPause = () => Promise.resolve()

const documentsOf = (tenant: Tenant, say: (trouble: LibraryTrouble) => void = () => {}): Documents =>
  sharePointDocuments(tenant.open(), { siteId: tenant.sharePoint.siteId, pause: noPause, say })

describe.skipIf(!contractIsHere)('SharePoint is a place of documents', () => {
  holdsToThePort(async () => {
    const tenant = await aTenant({ pageSize: 5 })
    return {
      documents: documentsOf(tenant),
      again: async () => documentsOf(tenant),
      close: tenant.close,
    }
  })
})

describe.skipIf(!contractIsHere)('papers in SharePoint', () => {
  let tenant: Tenant
  let documents: Documents
  let said: LibraryTrouble[]

  beforeEach(async () => {
    tenant = await aTenant()
    said = []
    documents = documentsOf(tenant, (trouble) => void said.push(trouble))
  })
  afterEach(() => tenant.close())

  const operations = () => tenant.graph.log.map(({ operation, status }) => `${operation} ${status}`)

  it('a round’s library is made at its first use, and once', async () => {
    await Promise.all(['a.pdf', 'b.pdf', 'c.pdf'].map((each) => documents.keep(folder, each, bytes(each))))
    expect([...tenant.sharePoint.libraries.keys()]).toEqual([folder])
    expect(operations().filter((each) => each.startsWith('sites.CreateLists'))).toHaveLength(1)
  })

  it('a list that runs over several pages is read to its end', async () => {
    await tenant.close()
    tenant = await aTenant({ pageSize: 2 })
    documents = documentsOf(tenant)
    for (const each of ['a', 'b', 'c', 'd', 'e']) await documents.keep(folder, `${each}.pdf`, bytes(each))
    const listed = await documents.list(folder)
    expect(listed.ok && listed.value.map((each) => each.name)).toHaveLength(5)
  })

  it('a site that may be written, but not given libraries, is said to need "manage"', async () => {
    tenant.sharePoint.grant('write')
    expect(await documents.keep(folder, name, bytes('first'))).toEqual({
      ok: false,
      reason: 'papers-not-allowed',
    })
    expect(said).toEqual([{ what: 'library-not-made', needs: 'manage' }])
  })

  it('another site is closed to the product', async () => {
    const elsewhere = sharePointDocuments(tenant.open(), {
      siteId: 'other.sharepoint.test,1,2',
      say: (trouble) => void said.push(trouble),
    })
    expect(await elsewhere.keep(folder, name, bytes('first'))).toEqual({
      ok: false,
      reason: 'papers-not-allowed',
    })
    expect(said).toEqual([{ what: 'site-not-readable', needs: 'manage' }])
  })

  it('an id of another round’s library is not there', async () => {
    const kept = await documents.keep(folder, name, bytes('first'))
    await documents.keep('N-2019-1', name, bytes('other'))
    if (!kept.ok) throw new Error(kept.reason)
    const item = kept.value.id.split('/')[1] ?? ''
    expect(await documents.read(`N-2019-1/${item}` as DocumentId)).toEqual({ ok: false, reason: 'not-there' })
  })

  it('up to 4 MB goes in one call, more in ranges that survive a cut', async () => {
    await documents.keep(folder, 'small.pdf', large(4 * 1024 * 1024))
    expect(tenant.sharePoint.files.log).toEqual([])
    tenant.wayToFiles.script(
      { match: ({ method }) => method === 'PUT', nth: 2, fault: { kind: 'cut-after' } },
      { match: ({ method }) => method === 'PUT', nth: 3, fault: { kind: 'cut-before' } },
    )
    const whole = large(17 * 1024 * 1024 + 5)
    const kept = await documents.keep(folder, 'large.pdf', whole)
    const read = kept.ok && (await documents.read(kept.value.id))
    expect(read && read.ok && Buffer.compare(read.value.bytes, whole)).toBe(0)
    expect(tenant.sharePoint.files.sessions.size).toBe(0)
  })

  it('the last range is cut after its effect: the document is found, not sent again', async () => {
    tenant.wayToFiles.script({
      match: ({ method }) => method === 'PUT',
      nth: 2,
      fault: { kind: 'cut-after' },
    })
    const kept = await documents.keep(folder, 'large.pdf', large(8 * 1024 * 1024))
    expect(kept).toMatchObject({ ok: true, value: { name: 'large.pdf' } })
    expect(tenant.sharePoint.libraries.get(folder)?.items.size).toBe(1)
  })

  it('a host of uploads that asks for silence hears nothing for exactly as long', async () => {
    const waits: number[] = []
    const careful = sharePointDocuments(tenant.open(), {
      siteId: tenant.sharePoint.siteId,
      pause: async (ms) => void waits.push(ms),
    })
    tenant.wayToFiles.script({ match: isPut, nth: 2, fault: { kind: 'answer', status: 429, retryAfter: 50 } })
    expect(await careful.keep(folder, 'large.pdf', large(12 * 1024 * 1024))).toMatchObject({ ok: true })
    expect(waits).toEqual([50_000])
  })

  it('a host of uploads that asks for silence for longer than anybody waits is left alone', async () => {
    const waits: number[] = []
    const careful = sharePointDocuments(tenant.open(), {
      siteId: tenant.sharePoint.siteId,
      pause: async (ms) => void waits.push(ms),
    })
    tenant.wayToFiles.script({ times: 9, fault: { kind: 'answer', status: 429, retryAfter: 61 } })
    expect(await careful.keep(folder, 'large.pdf', large(12 * 1024 * 1024))).toEqual({
      ok: false,
      reason: 'not-reachable',
    })
    expect(waits).toEqual([])
    expect(tenant.wayToFiles.calls).toHaveLength(1)
  })

  it('what fails for good leaves no session behind', async () => {
    tenant.wayToFiles.script({
      match: ({ method }) => method === 'PUT',
      times: 9,
      fault: { kind: 'cut-before' },
    })
    expect(await documents.keep(folder, 'large.pdf', large(5 * 1024 * 1024))).toEqual({
      ok: false,
      reason: 'not-reachable',
    })
    expect(tenant.sharePoint.files.sessions.size).toBe(0)
    expect(tenant.sharePoint.libraries.get(folder)?.items.size).toBe(0)
  })

  it('what arrived damaged is taken away and sent once more', async () => {
    tenant.sharePoint.damageNext()
    const kept = await documents.keep(folder, name, bytes('first'))
    expect(kept.ok).toBe(true)
    expect(tenant.sharePoint.textOf(folder, name)).toBe('first')
    expect(operations()).toContain('drives.DeleteItems 204')
  })

  it('an Office file into which SharePoint wrote is no damaged one', async () => {
    tenant.sharePoint.rewriteOffice()
    const kept = await documents.keep(folder, 'N-08 chronology.docx', bytes('first'))
    expect(kept).toMatchObject({ ok: true })
    expect(tenant.sharePoint.libraries.get(folder)?.items.size).toBe(1)
  })

  it('an Office file kept without an answer is rather kept twice than not at all', async () => {
    tenant.sharePoint.rewriteOffice()
    tenant.wayToGraph.script({ match: ({ method }) => method === 'PUT', fault: { kind: 'cut-after' } })
    const kept = await documents.keep(folder, 'N-08 chronology.docx', bytes('first'))
    expect(kept).toMatchObject({ ok: true, value: { name: 'N-08 chronology v2.docx' } })
  })

  it('bytes that break off on their way are fetched once more', async () => {
    const kept = await documents.keep(folder, name, bytes('first'))
    tenant.wayToFiles.script({ fault: { kind: 'cut-after' } })
    const read = kept.ok && (await documents.read(kept.value.id))
    expect(read).toMatchObject({ ok: true, value: { bytes: bytes('first') } })
  })

  it('a paper that somebody deleted is not there, and a library neither', async () => {
    const kept = await documents.keep(folder, name, bytes('first'))
    if (!kept.ok) throw new Error(kept.reason)
    tenant.sharePoint.libraries.get(folder)?.items.clear()
    expect(await documents.read(kept.value.id)).toEqual({ ok: false, reason: 'not-there' })
    tenant.sharePoint.remove(folder)
    expect(await documents.keep(folder, name, bytes('again'))).toMatchObject({ ok: true })
    tenant.sharePoint.remove(folder)
    expect(await documents.list(folder)).toEqual({ ok: true, value: [] })
  })
})

function isPut({ method }: { readonly method: string }): boolean {
  return method === 'PUT'
}
