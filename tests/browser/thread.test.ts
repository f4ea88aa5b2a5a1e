import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { aStage, messageOf, rowOf } from './stage.ts'
import type { Stage } from './stage.ts'

describe('one action from its owner to whoever asked for it', () => {
  let stage: Stage
  let newcomer: Page
  let sam: Page
  beforeAll(async () => {
    stage = await aStage()
    newcomer = await stage.window({ path: '/' })
    sam = await stage.window({ person: 'sam', path: '/actions' })
    await rowOf(sam, 'A1 N-08').waitFor()
    await sam.evaluate(() => (document.body.dataset['opened'] = 'once'))
  })
  afterAll(() => stage?.close())

  test('Wes says in chat that it is done and how he knows, and gets a receipt', async () => {
    await newcomer.getByRole('button', { name: '1. Answer in chat' }).click()
    const asked = messageOf(newcomer, 'Case N-08, A1: one action for you')
    await asked.getByRole('button', { name: 'It is done' }).click()
    await asked.getByLabel('What was done?').fill('Seen alone at school on Monday.')
    await asked.getByLabel('How do you know?').fill('The visit is in the record.')
    await asked.getByRole('button', { name: 'Send', exact: true }).click()
    const receipt = messageOf(newcomer, 'Case N-08, A1: answered')
    await receipt.getByText('You said that it is done.').waitFor()
    await receipt.getByText('Whoever asked for it is asked whether it happened.').waitFor()
    expect(await receipt.innerText()).not.toContain('Seen alone at school')
  })

  test('Eve confirms one action and says no to the other; Sam sees both rows move without reloading', async () => {
    await waitsForCheck(sam, 'A1')
    await newcomer.getByRole('link', { name: 'Be someone else' }).click()
    await newcomer.getByRole('button', { name: '2. Say whether it happened' }).click()

    const first = messageOf(newcomer, 'Case N-08, A1: did it happen?')
    await first.getByRole('button', { name: 'Yes, it happened' }).click()
    await messageOf(newcomer, 'Case N-08, A1: answered').getByText('The action is closed.').waitFor()
    await rowOf(sam, 'A1 N-08').waitFor({ state: 'detached' })

    await waitsForCheck(sam, 'A2')
    const second = messageOf(newcomer, 'Case N-08, A2: did it happen?')
    await second.getByRole('button', { name: 'No, it did not' }).click()
    await second.getByLabel('What did not happen?').fill('Two contacts since then have had no answer.')
    await second.getByRole('button', { name: 'Send', exact: true }).click()
    await messageOf(newcomer, 'Case N-08, A2: answered').getByText('The action is open again.').waitFor()
    await sam.getByRole('list', { name: /^Late/ }).getByText('A2 N-08').waitFor()
    expect(await sam.evaluate(() => document.body.dataset['opened'])).toBe('once')
  })

  test('Sam reads who said what, and why it is open again', async () => {
    await newcomer.getByRole('link', { name: 'Be someone else' }).click()
    await newcomer.getByRole('button', { name: '3. See it move' }).click()
    await rowOf(newcomer, 'A2 N-08').getByRole('link').click()
    const drawer = newcomer.getByRole('dialog', { name: 'A2 for N-08' })
    await drawer.getByText('Two contacts since then have had no answer.').waitFor()
    expect(await drawer.innerText()).toMatch(/Eve Lead-Test.*: Said that it did not happen/)
    await drawer.getByRole('button', { name: 'Close' }).click()
    await drawer.waitFor({ state: 'detached' })
  })

  test('Bea reminds everyone who is late with one press and sees who was reminded', async () => {
    await newcomer.getByRole('button', { name: 'Sign out' }).click()
    await newcomer.getByRole('button', { name: '4. Remind who is late' }).click()
    await newcomer.getByRole('button', { name: 'Remind about 3 late actions' }).click()
    await newcomer.getByText('3 people were reminded.').waitFor()
    expect(await newcomer.getByRole('button', { name: /^Remind about/ }).count()).toBe(0)
    await rowOf(newcomer, 'A7 N-17').getByRole('link').click()
    const drawer = newcomer.getByRole('dialog', { name: 'A7 for N-17' })
    await drawer
      .getByText(/Gil Practice-Test, .*: Reminded because the partnership asked/)
      .first()
      .waitFor()
    await drawer.getByRole('button', { name: 'Close' }).click()
  })

  test('the clock moves on to the next deadline, and the story says what happened', async () => {
    await newcomer.getByRole('button', { name: /^Story:/ }).click()
    await newcomer.getByRole('button', { name: 'Next deadline' }).click()
    await newcomer.getByText(/^It is now Tuesday 19 June 2018, 09:00\./).waitFor()
    await newcomer.getByRole('button', { name: 'Play the story on' }).click()
    await newcomer.getByText(/^The Named GP reported A7 done/).waitFor()
    await rowOf(newcomer, 'A7 N-17').getByText('Reported done').waitFor()
    expect(await newcomer.getByRole('heading', { name: /^The story stands at/ }).innerText()).toContain(
      '19 June',
    )
  })

  test('starting again asks once more, then puts the story back to its first day', async () => {
    await newcomer.getByRole('button', { name: 'Start again' }).click()
    const asking = askUntilAnswered(stage, newcomer.waitForResponse('**/local/story/start-again'))
    await newcomer.getByRole('button', { name: 'Yes, forget all and start again' }).click()
    await newcomer.getByText('The story starts again from its first day.').waitFor()
    expect(await asking).toEqual([])
    await newcomer.getByText('The story stands at Monday 18 June 2018, 10:00').waitFor()
    await rowOf(newcomer, 'A1 N-08').getByText('To do').waitFor()
    await waitsForCheck(newcomer, 'A2')
    expect(await newcomer.getByRole('main').innerText()).toContain('3 are late. One waits for a check.')
  })
})

/** Asks as an open screen does, until the answer is there; gives what it heard but 200. */
async function askUntilAnswered(stage: Stage, answer: Promise<unknown>): Promise<readonly number[]> {
  const heard: number[] = []
  const over = new AbortController()
  const end = (): void => over.abort()
  answer.then(end, end)
  const api = await stage.server.signIn('sam')
  for (const deadline = Date.now() + 20_000; !over.signal.aborted && Date.now() < deadline;) {
    heard.push((await api.get('/api/actions')).status)
  }
  return heard.filter((status) => status !== 200)
}

async function waitsForCheck(page: Page, number: string): Promise<void> {
  await rowOf(page, `${number} N-08`).getByText('Reported done: Schools (lead person)').waitFor()
}
