import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { aStage, answerPath, historyOf } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await aStage()
})
afterAll(() => stage?.close())

const REASON = 'One call came. Two contacts since then have had no answer.'

test('who answers second keeps what they typed and sees who answered, and when', async () => {
  const path = await answerPath(stage.server, 'eve', 'A2')
  const dot = await stage.window({ person: 'dot' })
  await withoutNews(dot)
  await dot.goto(path)
  const eve = await stage.window({ person: 'eve', path })
  await dot.getByText('No, it did not happen').click()
  await dot.getByLabel('What did not happen?').fill(REASON)

  await eve.getByText('Yes, it happened').click()
  await eve.getByRole('button', { name: 'Send' }).click()
  await eve.getByText('The action is closed.').waitFor()

  await dot.getByRole('button', { name: 'Send' }).click()
  await dot
    .getByText(/^Eve Lead-Test answered this on 18 June at \d\d:\d\d\. Nothing more to do\.$/)
    .waitFor()
  await dot.getByRole('heading', { name: 'What you typed was not sent' }).waitFor()
  await dot.getByText(REASON).waitFor()
  expect(await answers('A2')).toEqual(['Said that it happened', 'Said that it is done'])
})

test('an answer that comes while the other still types is shown at once, and their text stays', async () => {
  const path = await answerPath(stage.server, 'wes', 'A1')
  const here = await stage.window({ person: 'wes', path })
  const there = await stage.window({ person: 'wes', path })
  await here.getByText('It is done').click()
  await here.getByLabel('What was done?').fill('Seen alone at school on Monday.')

  await there.getByText('I need more time').click()
  await there.getByLabel('Day', { exact: true }).fill('22')
  await there.getByLabel('Month').fill('6')
  await there.getByLabel('Year').fill('2018')
  await there.getByLabel('Why is more time needed?').fill('The home visit is on Thursday.')
  await there.getByRole('button', { name: 'Send' }).click()
  await there.getByText('Asked for more time.').waitFor()

  await here.getByText(/^You answered this on 18 June at/).waitFor()
  await here.getByText('Seen alone at school on Monday.').waitFor()
  expect(await answers('A1')).toEqual(['Asked for more time'])
})

test('what is sent without a connection says so, keeps the text, and counts once when it is back', async () => {
  const gil = await stage.window({ person: 'gil', path: await answerPath(stage.server, 'gil', 'A7') })
  await gil.getByText('It is done').click()
  await gil.getByLabel('What was done?').fill('The request of March was answered today.')
  await gil.getByLabel('How do you know?').fill('Sent letter, copy on file.')
  await gil.context().setOffline(true)
  await gil.getByRole('button', { name: 'Send' }).click()
  await gil.getByRole('heading', { name: 'We could not reach the server' }).waitFor()
  await gil.getByText('Nothing was lost. Check the connection and try again.').waitFor()
  expect(await gil.getByLabel('How do you know?').inputValue()).toBe('Sent letter, copy on file.')
  expect(await answers('A7')).toEqual([])

  await gil.context().setOffline(false)
  await gil.getByRole('button', { name: 'Send' }).click()
  await gil.getByText('Whoever asked for it is asked whether it happened.').waitFor()
  expect(await answers('A7')).toEqual(['Said that it is done'])
})

test('an answer that was lost on its way back is sent again with the same key and counts once', async () => {
  const gil = await stage.window({ person: 'gil', path: await answerPath(stage.server, 'gil', 'A6') })
  const keys: (string | undefined)[] = []
  await gil.route('**/answers', async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    // The server hears the first try; the browser does not hear the server.
    if (keys.length === 1) {
      await route.fetch()
      await route.abort('connectionreset')
    } else await route.continue()
  })
  await withoutNews(gil)
  await gil.reload()
  await gil.getByText('It is done').click()
  await gil.getByLabel('What was done?').fill('All missed appointments were followed up.')
  await gil.getByLabel('How do you know?').fill('The list of the practice.')
  await gil.getByRole('button', { name: 'Send' }).click()
  await gil.getByRole('heading', { name: 'We could not reach the server' }).waitFor()
  await gil.getByRole('button', { name: 'Send' }).click()
  await gil.getByText('Whoever asked for it is asked whether it happened.').waitFor()
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  expect(await answers('A6')).toEqual(['Said that it is done'])
})

/** The page hears of nobody else's changes: as on a train. */
async function withoutNews(page: Page): Promise<void> {
  await page.route('**/api/live', (route) => route.abort())
}

/** What people answered, newest first. */
async function answers(action: string): Promise<readonly string[]> {
  const history = await historyOf(stage.server, action)
  return history.map(({ what }) => what).filter((what) => !/^Recorded|reminder/.test(what))
}
