import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { readHouse } from './bicep/house.ts'

const readme = readFileSync(new URL('../../infra/README.md', import.meta.url), 'utf8')

test('a restored server is held before a process of the product sees it, by the commands of infra/README.md', () => {
  const [, said = ''] = /^### A restore in Azure$[^]*?^```$([^]*?)^```$/m.exec(readme) ?? []
  const order = [
    'Stop what serves',
    'flexible-server restore',
    'CELL_RESTORED_HOST=<server>',
    'CELL_IMAGE= CELL_MIGRATE_IMAGE=<registry>',
    'az deployment group create',
    'SENDING=hold',
    'job start',
    '--remove-env-vars SENDING',
    'CELL_IMAGE=$CELL_MIGRATE_IMAGE',
    'az deployment group create',
    'sending is held',
    'server/verify-audit.ts',
    'SENDING=release',
  ]
  let from = 0
  const missing = order.filter((words) => {
    const found = said.indexOf(words, from)
    if (found >= 0) from = found + words.length
    return found < 0
  })
  expect(missing).toEqual([])
})

test('without an image the template leads the migration alone to the restored server, and has no alarm', async () => {
  const text = (await readHouse()).get('azure.bicep')?.text ?? ''
  const moduleText = (name: string): string =>
    new RegExp(`^module ${name} [^]*?^}`, 'm').exec(text)?.[0] ?? ''
  expect(moduleText('migrateJob')).toMatch(/= if \(!empty\(migrateImage\)\)[^]*empty\(restoredHost\)/)
  expect(moduleText('containerApps')).toMatch(/= if \(!empty\(image\)\)[^]*empty\(restoredHost\)/)
  expect(moduleText('alerts')).toContain('enabled: !empty(image)')
})
