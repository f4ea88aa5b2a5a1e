import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { aStage } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
let page: Page
beforeAll(async () => {
  stage = await aStage()
  page = await stage.window({ path: '/' })
})
afterAll(() => stage?.close())

/** More presses than any of these pages has stops. */
const ENOUGH = 60

test('Eve signs in with the keyboard alone', async () => {
  await page.getByRole('heading', { name: 'Start here' }).waitFor()
  await tabTo('Eve Lead-Test')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'One thing waits for you' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
})

test('Home has no trap: Tab comes to everything that can be pressed, and back to the first', async () => {
  await page.getByRole('button', { name: /^Story/ }).waitFor()
  const stops = await page.locator('a[href], button, input').count()
  const first = await tab()
  const seen = [first]
  for (let next = await tab(); next !== first && seen.length < ENOUGH; next = await tab()) {
    if (next !== NOTHING) seen.push(next)
  }
  expect(seen).toHaveLength(stops)
  expect(new Set(seen).size).toBe(stops)
})

test('she answers a duty: Tab to the row, arrows between the answers, Enter sends', async () => {
  await tabTo('Answer')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'A2 for N-08: did it happen?' }).waitFor()
  expect(await focused()).toContain('A2 for N-08')
  await tabTo('confirm')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expectFocusSeen()
  expect(await page.getByRole('radio', { name: 'No, it did not happen' }).isChecked()).toBe(true)
  await tabTo('answer-reason')
  await page.keyboard.type('One call came.')
  await tabTo('Send')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'A2 for N-08: your answer was sent' }).waitFor()
  expect(await focused()).toContain('your answer was sent')
})

test('she opens a drawer from its row, Tab stays inside, Escape gives the focus back to the row', async () => {
  await tabTo('Actions')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Actions' }).waitFor()
  await page.getByText('Tell the referrer').waitFor()
  const row = await tabTo('Tell the referrer')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: 'A2 for N-08' })
  await drawer.getByRole('heading', { name: 'History' }).waitFor()
  const outside: string[] = []
  for (let press = 0; press < 8; press += 1) {
    const stop = await tab()
    if (stop !== NOTHING && (await page.locator('dialog:focus-within').count()) === 0) outside.push(stop)
  }
  expect(outside).toEqual([])
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await expect.poll(focused).toBe(row)
  await expectFocusSeen()
  expect(new URL(page.url()).pathname).toBe('/actions')
})

test('the clock opens and closes with the keyboard, and the focus goes back to its button', async () => {
  const clock = await tabTo('Story:', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^The story stands at/ }).waitFor()
  await tabTo('Next day')
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe(clock)
})

const NOTHING = 'nothing'

/** Presses Tab until the focus is on what has this text or id; each stop on the way is looked at. */
async function tabTo(target: string, key = 'Tab'): Promise<string> {
  for (let press = 0; press < ENOUGH; press += 1) {
    const stop = await tab(key)
    if (stop.startsWith(target)) return stop
  }
  throw new Error(`Tab does not come to "${target}"`)
}

/** One step of the focus; what it came to is in sight, shows the focus, and nothing lies over it. */
async function tab(key = 'Tab'): Promise<string> {
  await page.keyboard.press(key)
  const stop = await focused()
  if (stop !== NOTHING) await expectFocusSeen()
  return stop
}

/** What has the focus: its text, else its value or id. */
async function focused(): Promise<string> {
  return page.evaluate((nothing) => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return nothing
    if (element instanceof HTMLInputElement && element.type === 'radio') return element.value
    return element.innerText.trim() || element.id || element.tagName
  }, NOTHING)
}

/** The focus is in sight: nothing lies over it, and with it the pixels are others than without it. */
async function expectFocusSeen(): Promise<void> {
  const { x, y, width, height, over } = await page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const box = element.getBoundingClientRect()
    const [line = box] = element.getClientRects()
    const top = document.elementFromPoint(line.x + line.width / 2, line.y + line.height / 2)
    const isSeen = top !== null && (element.contains(top) || top.contains(element))
    const over = isSeen ? '' : `${element.innerText} is under ${top?.outerHTML.slice(0, 80)}`
    return { x: box.x, y: box.y, width: box.width, height: box.height, over }
  })
  expect(over).toBe('')
  const margin = 6
  const clip = {
    x: Math.max(0, x - margin),
    y: Math.max(0, y - margin),
    width: width + 2 * margin,
    height: height + 2 * margin,
  }
  const withFocus = await page.screenshot({ clip })
  const element = await page.evaluateHandle(() => {
    const had = document.activeElement as HTMLElement
    had.blur()
    return had
  })
  const without = await page.screenshot({ clip })
  await element.evaluate((had) => had.focus({ preventScroll: true }))
  expect(withFocus.equals(without), `the focus shows on "${await focused()}"`).toBe(false)
}
