/**
 * `npm run pictures`: every screen and card of the example in Teams' three themes and three widths, as single
 * pictures and as contact sheets in `.pictures/`; `npm run pictures -- docs` renews those of the README.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-core'

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

const server = await aServer()
const browser = await launchChromium()
try {
  if (process.argv[2] === 'docs') await renewDocs()
  else await takeAll()
} finally {
  await browser.close()
  await server.stop()
  await forget(server)
}

async function takeAll(): Promise<void> {
  await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  const only = process.argv[2]
  for (const screen of SCREENS.filter(({ name }) => only === undefined || name.startsWith(only))) {
    for (const theme of THEMES) {
      for (const width of WIDTHS) {
        const file = join(OUT, `${screen.name}-${theme}-${width}.png`)
        await take(browser, screen, theme, width, file)
      }
    }
    await contactSheet(screen.name)
    console.log(screen.name)
  }
}

async function renewDocs(): Promise<void> {
  await mkdir(DOCS, { recursive: true })
  await take(browser, named('action-open'), 'light', 1280, join(DOCS, 'actions.png'), 800)
  await take(browser, named('chat-raiser'), 'light', 640, join(DOCS, 'chat.png'), 720)
  await take(browser, named('answer-raiser'), 'light', 640, join(DOCS, 'answer.png'), 720)
}

async function take(
  from: Browser,
  screen: Screen,
  theme: (typeof THEMES)[number],
  width: number,
  file: string,
  height?: number,
): Promise<void> {
  const context = await from.newContext({
    viewport: { width, height: height ?? 800 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  if (screen.person !== undefined) {
    const { token } = await server.signIn(screen.person)
    await page.addInitScript((kept) => sessionStorage.setItem('case-evaluations.token', kept), token)
  }
  await page.goto(`${server.origin}${await screen.path(server)}?theme=${theme}`)
  await page.getByRole('heading').first().waitFor()
  await page.waitForTimeout(500)
  await screen.does?.(page)
  await page.waitForTimeout(200)
  await page.screenshot({ path: file, fullPage: height === undefined })
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
