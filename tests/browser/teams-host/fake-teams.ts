import type { BrowserContext, FrameLocator, Page } from 'playwright-core'

import type { Stage } from '../stage.ts'
import type { Through } from './through.ts'
import { APP, passThrough } from './through.ts'
import { aToken } from './tokens.ts'

/** Where our frame is shown: the built-in origin of Teams, so that TeamsJS and our policy check it for real. */
const TEAMS = 'https://teams.microsoft.com'

type Answer = readonly unknown[] | undefined
/** What Teams answers to a call of TeamsJS; nothing at all for undefined. */
type Answers = Readonly<Record<string, (args: readonly unknown[], page: Page) => Answer | Promise<Answer>>>

/** The product behind our own address, or wherever it is served already. */
type Wanted = (Through | { readonly app: string }) & Shown

/** How Teams shows the tab. */
export type Shown = {
  readonly path?: string
  /** content, sidePanel, meetingStage, settings. */
  readonly frame?: string
  readonly theme?: string
  /** Over what an ordinary person in an ordinary tab has; the flat shape that Teams sends. */
  readonly context?: Readonly<Record<string, unknown>>
  readonly answers?: Answers
  readonly width?: number
  /** A wait of ten seconds is over after half of one. */
  readonly hurry?: boolean
}

/** Teams as far as a tab sees it. */
export type FakeTeams = {
  readonly page: Page
  readonly tab: FrameLocator
  /** The path that the tab shows now. */
  path(): string
  /** What the tab asked of Teams: the arguments of each call. */
  asked(func: string): readonly (readonly unknown[])[]
  /** An event of Teams: a change of theme, "save". */
  tell(func: string, args: readonly unknown[]): Promise<void>
}

/** Teams with the tab in it, in a browser profile of its own; it gives a token unless the test says otherwise. */
export async function signedInByTeams(
  stage: Stage,
  wanted: Omit<Through, 'server'> & Shown,
): Promise<FakeTeams> {
  const own = (await stage.window()).context()
  return fakeTeams(own, {
    server: stage.server,
    ...wanted,
    answers: { 'authentication.getAuthToken': () => [true, aToken()], ...wanted.answers },
  })
}

/** Opens Teams with our tab in it: the real origins, the real TeamsJS, answers by the test. */
export async function fakeTeams(context: BrowserContext, wanted: Wanted): Promise<FakeTeams> {
  const calls: { readonly func: string; readonly args: readonly unknown[] }[] = []
  const answers = { ...ordinary(wanted), ...wanted.answers }
  const app = 'app' in wanted ? wanted.app : APP
  if (!('app' in wanted)) await passThrough(context, wanted)
  await context.route(`${TEAMS}/**`, (route) => route.fulfill({ contentType: 'text/html', body: HOST }))
  if (wanted.hurry) await context.addInitScript(hurry)
  const page = await context.newPage()
  await page.setViewportSize({ width: wanted.width ?? 1280, height: 800 })
  await page.exposeFunction('teamsIsAsked', (func: string, args: readonly unknown[], isWindow: boolean) => {
    calls.push({ func, args })
    if (func === 'initialize' && isWindow) return ['authentication', 'web', RUNTIME, '2.58.0']
    return answers[func]?.(args, page)
  })
  await page.goto(`${TEAMS}/v2/`)
  await page
    .locator('iframe')
    .evaluate((frame, address) => frame.setAttribute('src', address), `${app}${wanted.path ?? '/'}`)
  return {
    page,
    tab: page.frameLocator('iframe'),
    path() {
      const address = page
        .frames()
        .find((frame) => frame.url().startsWith(app))
        ?.url()
      const { pathname, search } = new URL(address ?? app)
      return `${pathname}${search}`
    },
    asked: (func) => calls.filter((call) => call.func === func).map(({ args }) => args),
    tell: (func, args) =>
      page.evaluate(
        ([name, given]) => {
          const frame = document.querySelector('iframe')
          frame?.contentWindow?.postMessage({ func: name, args: given }, '*')
        },
        [func, args] as const,
      ),
  }
}

/** In each page, before its own code. */
function hurry(): void {
  const later = globalThis.setTimeout
  globalThis.setTimeout = ((act: () => void, ms?: number) =>
    later(act, ms === 10_000 ? 500 : ms)) as typeof globalThis.setTimeout
}

const RUNTIME = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  supports: { pages: { config: {} }, meeting: {}, dialog: {} },
})

function ordinary({ frame = 'content', theme = 'default', context }: Wanted): Answers {
  return {
    initialize: () => [frame, 'web', RUNTIME, '2.58.0'],
    'settings.getSettings': () => [{}],
    getContext: () => [
      {
        theme,
        locale: 'en-gb',
        userObjectId: '5b0f8a52-0000-4000-8000-000000000001',
        tid: '5b0f8a52-0000-4000-8000-00000000000a',
        entityId: 'home',
        frameContext: frame,
        hostName: 'Teams',
        hostClientType: 'web',
        ...context,
      },
    ],
  }
}

const HOST = `<!doctype html><title>Teams</title><style>body{margin:0}iframe{border:0;width:100vw;height:100vh}</style>
<iframe title="Case Evaluations"></iframe><script>
addEventListener('message', async (event) => {
  if (event.source === window || !event.data.func) return
  const { id, uuidAsString, func, args } = event.data
  const isWindow = event.source !== document.querySelector('iframe').contentWindow
  const answer = await teamsIsAsked(func, args ?? [], isWindow)
  if (answer) event.source.postMessage({ id, uuidAsString, args: answer }, event.origin)
})
</script>`
