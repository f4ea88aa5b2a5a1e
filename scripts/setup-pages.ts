/** `node scripts/setup-pages.ts` writes the tables of docs/permissions.md, docs/install.md and docs/operations.md anew. */
import { readFile, writeFile } from 'node:fs/promises'

import { WRITTEN, withTables } from './setup-tenant/written-tables.ts'

for (const [name, tables] of Object.entries(WRITTEN)) {
  const page = new URL(`../docs/${name}`, import.meta.url)
  await writeFile(page, withTables(await readFile(page, 'utf8'), tables()))
}
