import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { cardCatalogue, catalogueInWords } from '#tests/fixtures/card-catalogue.ts'

const folder = join(import.meta.dirname, '../../docs/cards')

it('docs/cards names every card that the bot sends ("npm run cards" writes it)', async () => {
  expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe(catalogueInWords())
})

it('each group of cards has its picture', async () => {
  for (const { name } of cardCatalogue)
    expect((await readFile(join(folder, `${name}.png`))).length).toBeGreaterThan(10_000)
})
