import { join } from 'node:path'

import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

import { localSignIn } from '#local/sign-in.ts'
import type { Example } from '#local/story/stories.ts'
import { expectSound } from '#tests/faults/a-partnership.ts'
import type { Place } from '#tests/faults/a-partnership.ts'
import { aServer, forget } from '#tests/fixtures/a-server.ts'
import type { TestServer } from '#tests/fixtures/a-server.ts'
import { launchChromium } from '#tests/fixtures/chromium.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'
import type { PostgresCell } from '#tests/fixtures/postgres/cell.ts'

export const THEMES = ['light', 'dark', 'contrast'] as const
export const ENGINES = ['pglite', 'postgresql'] as const

type Wanted = {
  /** Who is signed in already; nobody without one. */
  readonly person?: string
  readonly width?: number
  readonly path?: string
}

/** The built product with its example, and a browser; each window is a browser profile of its own. */
export type Stage = {
  readonly server: TestServer
  window(wanted?: Wanted): Promise<Page>
  close(): Promise<void>
}

/** How long a page may take for one step on a busy machine. */
const PATIENCE_MS = 20_000

/**
 * Opens the stage; `close` ends the browser and the server and leaves nothing behind. Where a place was made before,
 * the server begins on what stands there; the story says only who can be signed in.
 */
export async function aStage(
  engine: (typeof ENGINES)[number] = 'pglite',
  story: Example = 'thread',
  made?: (cell: PostgresCell | undefined) => Promise<Place>,
): Promise<Stage> {
  const cell = engine === 'postgresql' ? await aPostgresCell() : undefined
  const undo: (() => Promise<unknown>)[] = [async () => cell?.drop()]
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step()
  }
  try {
    const place = await made?.(cell)
    const server = await aServer({
      ...(cell && { cell }),
      ...(place && { dataDir: place.dataDir }),
      env: { MODE: 'local', STORY: story },
    })
    undo.push(
      () => forget(server),
      () => expectSound({ dataDir: server.dataDir, ...(cell && { cell }) }),
      () => server.stop(),
    )
    const browser = await launchChromium()
    undo.push(() => browser.close())
    return { server, window: (wanted = {}) => openWindow(browser, server, wanted), close }
  } catch (fault) {
    await close()
    throw fault
  }
}

async function openWindow(browser: Browser, server: TestServer, wanted: Wanted): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.origin,
    viewport: { width: wanted.width ?? 1280, height: 800 },
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  if (wanted.person !== undefined) await signedIn(context, server, wanted.person)
  const page = await context.newPage()
  if (wanted.path !== undefined) await page.goto(wanted.path)
  return page
}

/** As the sign-in page leaves it, for anybody of the example: a bearer token in the page's session, no cookie. */
export async function signedIn(context: BrowserContext, server: TestServer, person: string): Promise<void> {
  const token = localSignIn(join(server.dataDir, 'sign-in.key'), Date.now).tokenFor(person)
  await context.addInitScript((kept) => sessionStorage.setItem('case-evaluations.token', kept), token)
}

/** A row of a list of the tab: "A1 N-08". */
export function rowOf(page: Page, action: string): Locator {
  return page.getByRole('listitem').filter({ hasText: action })
}

/** The newest message of a chat that has this heading now: "Case N-08, A1". */
export function messageOf(page: Page, heading: string): Locator {
  return page.getByRole('article').filter({ hasText: heading }).last()
}

/** Moves the story's clock on to a day, nine in the morning: "Friday 12 January 2018". */
export async function moveTo(page: Page, on: string, month: string, words: string): Promise<void> {
  await page.getByRole('button', { name: /^Story:/ }).click()
  const date = page.getByRole('group', { name: 'A date' })
  await date.getByLabel('Day').fill(on)
  await date.getByLabel('Month').fill(month)
  await page.getByRole('button', { name: 'Go to this date' }).click()
  await page.getByText(`It is now ${words}, 09:00.`).waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Close', exact: true }).click()
}

/** The page on which a person answers what waits for them because of an action. */
export async function answerPath(server: TestServer, person: string, action: string): Promise<string> {
  const { body } = await (await server.signIn(person)).get('/api/waiting')
  const { items } = body as { items: readonly { duty: string; number: string }[] }
  const item = items.find(({ number }) => number === action)
  if (!item) throw new Error(`${action} does not wait for ${person}`)
  return `/answer/${item.duty}`
}

/** The page on which an action stands open in the list. */
export async function actionPath(server: TestServer, action: string): Promise<string> {
  return `/actions/${await actionId(server, action)}`
}

/** What happened to an action, newest first, as the business manager reads it. */
export async function historyOf(server: TestServer, action: string): Promise<readonly { what: string }[]> {
  const bea = await server.signIn('bea')
  const { body } = await bea.get(`/api/actions/${await actionId(server, action)}`)
  return (body as { history: readonly { what: string }[] }).history
}

async function actionId(server: TestServer, action: string): Promise<string> {
  const bea = await server.signIn('bea')
  for (const group of ['', '?group=done']) {
    const { body } = await bea.get(`/api/actions${group}`)
    const { items } = body as { items: readonly { id: string; number: string }[] }
    const item = items.find(({ number }) => number === action)
    if (item) return item.id
  }
  throw new Error(`there is no ${action}`)
}
