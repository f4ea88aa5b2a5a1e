/**
 * `npm run pictures`: every screen and card of the example in Teams' three themes and three widths, as single
 * pictures and as contact sheets in `.pictures/`; `npm run pictures -- docs` renews those of the README.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Page } from 'playwright-core'

import type { Example } from '#local/story/stories.ts'
import { placesOf } from '#tests/browser/places.ts'
import { ROUND_SCREENS } from '#tests/browser/screens.ts'
import type { RoundScreen } from '#tests/browser/screens.ts'
import { signedIn } from '#tests/browser/stage.ts'
import { aServer, forget } from '#tests/fixtures/a-server.ts'
import type { TestServer } from '#tests/fixtures/a-server.ts'
import { launchChromium } from '#tests/fixtures/chromium.ts'

const OUT = join(import.meta.dirname, '../.pictures')
const DOCS = join(import.meta.dirname, '../docs/pictures')
const THEMES = ['light', 'dark', 'contrast'] as const
const WIDTHS = [280, 390, 1280] as const

type Screen = {
  readonly name: string
  /** Who looks; nobody is signed in when it is left out. */
  readonly person?: string
  readonly path: (server: TestServer) => Promise<string> | string
  /** What is done on the page before the picture. */
  readonly does?: (page: Page) => Promise<void>
  /** What puts it back afterwards: a chat keeps what was pressed. */
  readonly after?: (page: Page) => Promise<void>
}

const press = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name }).last().click()
  await page.waitForTimeout(700)
}

const SCREENS: readonly Screen[] = [
  { name: 'sign-in', path: () => '/sign-in' },
  { name: 'home-worker', person: 'wes', path: () => '/' },
  { name: 'home-raiser', person: 'eve', path: () => '/' },
  { name: 'home-empty', person: 'sam', path: () => '/' },
  { name: 'actions', person: 'bea', path: () => '/actions' },
  { name: 'action-open', person: 'bea', path: (server) => actionPath(server, 'A2') },
  { name: 'record', person: 'quinn', path: () => '/actions/new' },
  { name: 'answer-owner', person: 'wes', path: (server) => dutyPath(server, 'wes') },
  { name: 'answer-raiser', person: 'eve', path: (server) => dutyPath(server, 'eve') },
  { name: 'answer-time', person: 'quinn', path: (server) => dutyPath(server, 'quinn') },
  { name: 'chat-owner', person: 'wes', path: () => '/chat' },
  { name: 'chat-form', person: 'wes', path: () => '/chat', does: press('It is done'), after: press('Back') },
  {
    name: 'chat-not-right',
    person: 'wes',
    path: () => '/chat',
    does: press('Something is not right'),
    after: press('Back'),
  },
  { name: 'chat-raiser', person: 'eve', path: () => '/chat' },
  {
    name: 'chat-dispute',
    person: 'eve',
    path: () => '/chat',
    does: press('No, it did not'),
    after: press('Back'),
  },
  { name: 'chat-time', person: 'quinn', path: () => '/chat' },
  { name: 'chat-late', person: 'ada', path: () => '/chat' },
  { name: 'mailbox', person: 'gil', path: () => '/mailbox' },
]

/** The cards of a close-the-loop form. */
const ROUND_CHATS: readonly (Omit<RoundScreen, 'heading'> & Pick<Screen, 'after'>)[] = [
  { name: 'loop-list', person: 'wes', path: () => '/chat' },
  { name: 'loop-mail', person: 'wanda', path: () => '/mailbox' },
  { name: 'neglect-sign-in', person: 'bea', path: () => '/sign-in' },
]

const browser = await launchChromium()
try {
  if (process.argv[2] === 'docs') await onThread(renewDocs)
  else await takeAll(process.argv[2] ?? '')
} finally {
  await browser.close()
}

/** The screens and cards of one action's thread, then those of the whole round. */
async function takeAll(only: string): Promise<void> {
  if (only === '') await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  const isWanted = ({ name }: { readonly name: string }): boolean => name.startsWith(only)
  const ofThread = SCREENS.filter(isWanted)
  if (ofThread.length > 0) await onThread((server) => sheets(server, ofThread))
  const ofRounds = [...ROUND_CHATS, ...ROUND_SCREENS].filter(isWanted)
  if (ofRounds.length > 0)
    await onServer('neglect', async (server) => {
      const places = await placesOf(server)
      await sheets(
        server,
        ofRounds.map(({ act, path, ...screen }) => ({
          ...screen,
          path: () => path(places),
          ...(act && { does: act }),
        })),
      )
    })
}

async function onThread(work: (server: TestServer) => Promise<void>): Promise<void> {
  await onServer('thread', work)
}

async function onServer(story: Example, work: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await aServer({ env: { STORY: story } })
  try {
    await work(server)
  } finally {
    await server.stop()
    await forget(server)
  }
}

async function sheets(server: TestServer, screens: readonly Screen[]): Promise<void> {
  for (const screen of screens) {
    for (const theme of THEMES) await take(server, screen, theme, WIDTHS)
    await contactSheet(screen.name)
    console.log(screen.name)
  }
}

async function renewDocs(server: TestServer): Promise<void> {
  await mkdir(DOCS, { recursive: true })
  const docs = { folder: DOCS, height: 800 }
  await take(server, named('action-open'), 'light', [1280], { ...docs, name: 'actions' })
  await take(server, named('chat-raiser'), 'light', [640], { ...docs, height: 720, name: 'chat' })
  await take(server, named('answer-raiser'), 'light', [640], { ...docs, height: 720, name: 'answer' })
}

type Place = { readonly folder: string; readonly name: string; readonly height: number }

/** Pictures of a screen: of the whole page at each width, or of what is in sight for a place of its own. */
async function take(
  server: TestServer,
  screen: Screen,
  theme: (typeof THEMES)[number],
  widths: readonly number[],
  place?: Place,
): Promise<void> {
  const viewport = { width: widths[0] ?? 390, height: place?.height ?? 800 }
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  if (screen.person !== undefined) await signedIn(context, server, screen.person)
  const page = await context.newPage()
  const path = await screen.path(server)
  await page.goto(`${server.origin}${path}${path.includes('?') ? '&' : '?'}theme=${theme}`)
  await page.getByRole('heading').first().waitFor()
  await page.waitForTimeout(500)
  await screen.does?.(page)
  for (const width of widths) {
    await page.setViewportSize({ ...viewport, width })
    await page.waitForTimeout(150)
    const file = place
      ? join(place.folder, `${place.name}.png`)
      : join(OUT, `${screen.name}-${theme}-${width}.png`)
    await page.screenshot({ path: file, fullPage: place === undefined })
  }
  await screen.after?.(page)
  await context.close()
}

/** Nine pictures side by side on one sheet. */
async function contactSheet(name: string): Promise<void> {
  const cells = await Promise.all(
    THEMES.flatMap((theme) =>
      WIDTHS.map(async (width) => {
        const data = (await readFile(join(OUT, `${name}-${theme}-${width}.png`))).toString('base64')
        return `<figure><img src="data:image/png;base64,${data}"><figcaption>${theme}, ${width} px</figcaption></figure>`
      }),
    ),
  )
  const context = await browser.newContext({ viewport: { width: 1500, height: 900 } })
  const page = await context.newPage()
  await page.setContent(`<style>body{display:grid;grid-template-columns:1fr 1.3fr 3fr;gap:12px;font:14px sans-serif;align-items:start}
    img{width:100%;border:1px solid #888}figure{margin:0}</style>${cells.join('')}`)
  await writeFile(join(OUT, `sheet-${name}.png`), await page.screenshot({ fullPage: true }))
  await context.close()
}

async function actionPath(of: TestServer, number: string): Promise<string> {
  const { body } = await (await of.signIn('bea')).get('/api/actions')
  const { items } = body as { items: { id: string; number: string }[] }
  return `/actions/${items.find((item) => item.number === number)?.id ?? missing(number)}`
}

async function dutyPath(of: TestServer, person: string): Promise<string> {
  const { body } = await (await of.signIn(person)).get('/api/waiting')
  const { items } = body as { items: { duty: string }[] }
  return `/answer/${items[0]?.duty ?? missing(person)}`
}

function named(name: string): Screen {
  return SCREENS.find((screen) => screen.name === name) ?? missing(name)
}

function missing(what: string): never {
  throw new Error(`the example has no ${what}`)
}
