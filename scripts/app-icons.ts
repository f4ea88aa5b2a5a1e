/** `node scripts/app-icons.ts`: the icons as Teams takes them, from their drawings; both are in the repository. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { launchChromium } from '#tests/fixtures/chromium.ts'

import { iconProblems } from '../manifest/png.ts'

const FOLDER = join(import.meta.dirname, '../manifest/icons')

const browser = await launchChromium()
try {
  const [color, outline] = [await draw('color', 192), await draw('outline', 32)]
  const problems = iconProblems(color, outline)
  if (problems.length > 0) throw new Error(problems.join(' '))
} finally {
  await browser.close()
}

async function draw(name: string, size: number): Promise<Uint8Array> {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const drawing = await readFile(join(FOLDER, `${name}.svg`), 'utf8')
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`)
  const picture = await page.screenshot({ omitBackground: true })
  await page.close()
  await writeFile(join(FOLDER, `${name}.png`), picture)
  return picture
}
