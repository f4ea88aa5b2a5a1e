import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { placesOf } from './places.ts'
import type { Places } from './places.ts'
import { ROUND_SCREENS } from './screens.ts'
import { actionPath, answerPath, aStage, messageOf, THEMES } from './stage.ts'
import type { Stage } from './stage.ts'

type Screen = {
  readonly name: string
  /** Who looks; nobody is signed in without one. */
  readonly person?: string
  readonly path: (stage: Stage) => Promise<string> | string
  /** A heading that stands there when all is shown. */
  readonly heading: RegExp
  /** What is done on the page before it is looked at. */
  readonly act?: (page: Page) => Promise<void>
  /** What puts it back: a chat keeps what was pressed. */
  readonly undo?: (page: Page) => Promise<void>
}

const asked = (page: Page) => messageOf(page, 'Case N-08, A1')

const SCREENS: readonly Screen[] = [
  { name: 'sign-in', path: () => '/sign-in', heading: /Start here/ },
  { name: 'settings of a tab', person: 'bea', path: () => '/configure', heading: /belongs to Teams/ },
  { name: 'home, full', person: 'gil', path: () => '/', heading: /3 things wait for you/ },
  { name: 'home, empty', person: 'sam', path: () => '/', heading: /Nothing waits for you/ },
  { name: 'actions', person: 'bea', path: () => '/actions', heading: /Due soon/ },
  { name: 'the drawer', person: 'bea', path: (of) => actionPath(of.server, 'A2'), heading: /History/ },
  { name: 'record', person: 'quinn', path: () => '/actions/new', heading: /Is it a good action/ },
  {
    name: 'record, with what is missing',
    person: 'quinn',
    path: () => '/actions/new',
    heading: /Is it a good action/,
    async act(page) {
      await page.getByRole('button', { name: 'Record and tell the owner' }).click()
      await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    },
  },
  {
    name: 'the answer of an owner',
    person: 'wes',
    path: (of) => answerPath(of.server, 'wes', 'A1'),
    heading: /how does it stand/,
  },
  {
    name: 'the answer of a raiser',
    person: 'eve',
    path: (of) => answerPath(of.server, 'eve', 'A2'),
    heading: /did it happen/,
  },
  { name: 'chat', person: 'wes', path: () => '/chat', heading: /Case N-08, A1/ },
  {
    name: 'chat, with the fields of an answer',
    person: 'wes',
    path: () => '/chat',
    heading: /Case N-08, A1/,
    async act(page) {
      await asked(page).getByRole('button', { name: 'It is done' }).click()
      await asked(page).getByLabel('What was done?').waitFor()
    },
    async undo(page) {
      await asked(page).getByRole('button', { name: 'Back' }).click()
      await asked(page).getByRole('button', { name: 'It is done' }).waitFor()
    },
  },
  { name: 'mailbox', person: 'gil', path: () => '/mailbox', heading: /Case N-05/ },
]

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WIDTHS = [280, 390, 1280] as const

let stage: Stage
beforeAll(async () => {
  stage = await aStage()
})
afterAll(() => stage?.close())

describe.each(SCREENS)('$name', ({ person, path, heading, act, undo }) => {
  test.each(THEMES)(
    'in the %s theme: everyone can use it, nothing scrolls sideways, the browser has no complaint',
    async (theme) => {
      const page = await stage.window({ width: 390, ...(person !== undefined && { person }) })
      const complaints = await complaintsOf(page)
      await page.goto(`${await path(stage)}?theme=${theme}`)
      await page.getByRole('heading', { name: heading }).first().waitFor()
      expect(await page.locator(`html[data-theme=${theme}], .page.${theme}`).count()).toBe(1)
      await act?.(page)
      expect(await barriersOn(page)).toEqual([])
      expect(await smallTargets(page)).toEqual([])
      expect(await sidewaysAt(page, WIDTHS)).toEqual([])
      await undo?.(page)
      expect(complaints.filter((said) => !(act && /status of 422/.test(said)))).toEqual([])
      await page.context().close()
    },
  )
})

describe('the whole round', () => {
  let round: Stage
  let places: Places
  beforeAll(async () => {
    round = await aStage('pglite', 'neglect')
    places = await placesOf(round.server)
  })
  afterAll(() => round?.close())

  // None of them keeps anything, and each has a browser profile of its own.
  test.concurrent.each(ROUND_SCREENS)(
    '$name: everyone can use it in three themes, nothing scrolls sideways, the browser has no complaint',
    async ({ person, path, heading, act }) => {
      const page = await round.window({ width: 390, person })
      const complaints = await complaintsOf(page)
      await page.goto(path(places))
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
      await act?.(page)
      expect(await barriersOn(page)).toEqual([])
      expect(await smallTargets(page)).toEqual([])
      for (const theme of ['dark', 'contrast']) {
        await page.getByRole('button', { name: / theme\. Change to / }).click()
        await page.locator(`html[data-theme=${theme}]`).waitFor()
        expect([theme, await barriersOn(page, ['color-contrast'])]).toEqual([theme, []])
      }
      expect(await sidewaysAt(page, WIDTHS)).toEqual([])
      expect(complaints.filter((said) => !(act && /status of 422/.test(said)))).toEqual([])
      await page.context().close()
    },
  )
})

/** What keeps somebody from using the page, by axe: all that it checks, or these rules alone. */
async function barriersOn(page: Page, rules?: string[]): Promise<readonly unknown[]> {
  const axe = new AxeBuilder({ page })
    // Focus helpers of the component library: they never show and hand the focus on at once.
    .exclude('[data-tabster-dummy]')
    .setLegacyMode(true)
  const { violations, passes } = await (rules ? axe.withRules(rules) : axe.withTags(WCAG)).analyze()
  const checked = new Set([...passes, ...violations].map(({ id }) => id))
  const unchecked = (rules ?? ['color-contrast', 'target-size']).filter((id) => !checked.has(id))
  return [
    ...violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    ...unchecked.map((id) => ['not checked', id]),
  ]
}

/** The widths at which the page scrolls sideways, with how far. */
async function sidewaysAt(page: Page, widths: readonly number[]): Promise<readonly unknown[]> {
  const found = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const pixels = await sideways(page)
    if (pixels > 0) found.push([width, pixels])
  }
  return found
}

/** What the browser complains of: errors on the console, faults in code, breaches of the content policy. */
async function complaintsOf(page: Page): Promise<readonly string[]> {
  const complaints: string[] = []
  page.on('console', (said) => {
    if (said.type() === 'error') complaints.push(said.text())
  })
  page.on('pageerror', ({ message }) => complaints.push(message))
  await page.exposeFunction('breach', (what: string) => complaints.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // @ts-expect-error the test's own function
      globalThis.breach(`${violatedDirective} ${blockedURI}`)
    })
  })
  return complaints
}

/** How far the page scrolls sideways, in pixels. */
async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement
    return Math.max(0, scrollWidth - innerWidth)
  })
}

/** What is under 24 pixels for a finger; a link in the middle of a sentence may be (WCAG 2.2, 2.5.8). */
async function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const targets = [...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea')]
    return targets.flatMap((target) => {
      const { width, height } = target.getBoundingClientRect()
      const inText = getComputedStyle(target).display === 'inline'
      const unseen = width <= 1 || target.closest('[data-tabster-dummy], [aria-hidden="true"]') !== null
      if (inText || unseen || (width >= 24 && height >= 24)) return []
      return [`${target.tagName} "${target.textContent}" ${Math.round(width)} x ${Math.round(height)}`]
    })
  })
}
