/**
 * `npm run cards`: the catalogue of all cards in docs/cards, a picture for each group at phone width, drawn by the
 * library that draws them in Teams, with a page that says when each of them comes.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { teamsLightTheme } from '@fluentui/react-components'

import { cardCatalogue, catalogueInWords } from '#tests/fixtures/card-catalogue.ts'
import type { CardGroup } from '#tests/fixtures/card-catalogue.ts'
import { launchChromium } from '#tests/fixtures/chromium.ts'

const ROOT = join(import.meta.dirname, '..')
const OUT = join(ROOT, 'docs/cards')
/** A card in a phone's chat. */
const WIDTH = 340

/** How the chat page draws cards: a part of the browser's project, not of ours. */
const { cardHostConfig } = (await import(
  new URL('../local/page/card-host-config.ts', import.meta.url).href
)) as { readonly cardHostConfig: object }

const browser = await launchChromium()
try {
  await mkdir(OUT, { recursive: true })
  for (const group of cardCatalogue) await draw(group)
  await writeFile(join(OUT, 'README.md'), catalogueInWords())
} finally {
  await browser.close()
}

async function draw({ name, cards }: CardGroup): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 4 * (WIDTH + 16) + 16, height: 100 } })
  await page.setContent(`<style>${await styles()}</style><main></main>`)
  await page.addScriptTag({ path: join(ROOT, 'node_modules/adaptivecards/dist/adaptivecards.min.js') })
  await page.evaluate(
    ([shown, host]) => {
      const { AdaptiveCard, HostConfig } = (globalThis as unknown as { AdaptiveCards: Library }).AdaptiveCards
      for (const { when, card } of shown) {
        const figure = document.querySelector('main')?.appendChild(document.createElement('figure'))
        const drawn = new AdaptiveCard()
        drawn.hostConfig = new HostConfig(host)
        drawn.parse(card)
        const body = drawn.render()
        body.classList.add('card')
        figure?.append(body, Object.assign(document.createElement('figcaption'), { textContent: when }))
      }
    },
    [cards, cardHostConfig] as const,
  )
  await page.screenshot({ path: join(OUT, `${name}.png`), fullPage: true })
  await page.close()
}

type Library = {
  readonly AdaptiveCard: new () => { hostConfig: unknown; parse(card: unknown): void; render(): HTMLElement }
  readonly HostConfig: new (config: unknown) => unknown
}

async function styles(): Promise<string> {
  const tokens = Object.entries(teamsLightTheme).map(([name, value]) => `--${name}: ${value};`)
  return `:root { ${tokens.join(' ')} }
    body { margin: 16px 0 0 16px; font-family: var(--fontFamilyBase); background: var(--colorNeutralBackground3); }
    main { columns: 4; column-gap: 16px; }
    figure { width: ${WIDTH}px; margin: 0 0 16px; break-inside: avoid; }
    figcaption { padding-top: 4px; font-size: 12px; color: var(--colorNeutralForeground2); }
    ${await readFile(join(ROOT, 'local/page/card.css'), 'utf8')}`
}
