import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { aStage, ENGINES, messageOf, rowOf } from './stage.ts'
import type { Stage } from './stage.ts'

describe.each(ENGINES)('a newcomer plays "Start here" on %s', (engine) => {
  let stage: Stage
  let newcomer: Page
  /** The manager's page, open in another browser before anybody does anything. */
  let sam: Page
  beforeAll(async () => {
    stage = await aStage(engine, 'neglect')
    newcomer = await stage.window({ path: '/' })
    sam = await stage.window({ person: 'sam', path: '/team' })
    await formOf(sam, 'N-08').getByText('Read by the worker', { exact: true }).waitFor()
    await sam.evaluate(() => (document.body.dataset['opened'] = 'once'))
  })
  afterAll(() => stage?.close())

  const button = (name: string) => newcomer.getByRole('button', { name, exact: true })
  const link = (name: string) => newcomer.getByRole('link', { name, exact: true })
  const heading = (name: string | RegExp) => newcomer.getByRole('heading', { name }).first()

  test('1. Bea sees where the round is, what is late, what is next, and who owes what', async () => {
    await newcomer.getByRole('button', { name: '1. See where the round is' }).click()
    await newcomer.getByText('One round is going on. One thing is late.').waitFor()
    await newcomer.getByRole('link', { name: /Neglect/ }).click()
    await heading('Round N-2018-2: Neglect').waitFor()
    const main = await newcomer.getByRole('main').innerText()
    expect(main).toContain('6 cases were looked at on panel day, Wednesday 6 June. One thing is late.')
    await newcomer.getByRole('list', { name: /^Late/ }).getByText('A12 N-17').waitFor()
    expect(await newcomer.getByRole('list', { name: /^Next/ }).getByRole('listitem').count()).toBeGreaterThan(
      3,
    )
    await link('Grid').click()
    const grid = newcomer.getByRole('table')
    for (const reference of ['N-02', 'N-05', 'N-08', 'N-11', 'N-14', 'N-17'])
      await grid.getByRole('rowheader', { name: reference }).waitFor()
    await button('Sign out').click()
  })

  test('2. Wes reads what the panel found and writes his part in chat, in small steps', async () => {
    await newcomer.getByRole('button', { name: '2. Answer in chat' }).click()
    const card = (says: string) => messageOf(newcomer, `Case N-08: ${says}`)
    await newcomer.getByRole('button', { name: 'Answer N-08' }).last().click()
    await card('your part of the close-the-loop form').getByRole('button', { name: 'Read again' }).click()
    const read = card('please read what the panel found')
    await read.getByText('What was good').waitFor()
    await read.getByRole('button', { name: 'Go on' }).click()

    const meeting = card('the close-the-loop meeting')
    await meeting.getByLabel('When was it?').fill('2018-06-14')
    await meeting.getByLabel('Who was there?').fill('Worker, manager, safeguarding lead')
    await meeting.getByLabel('What was it about?').fill('Concerns over food and dental care')
    await meeting.getByRole('button', { name: 'Next' }).click()

    const reflections = card('your reflections')
    await reflections.getByLabel('What do you think of it now?').fill('I took it as read')
    await reflections.getByRole('button', { name: 'Next' }).click()

    const learning = card('what can be learned')
    await learning.getByLabel('What would you do differently?').fill('Confirm, do not assume')
    await learning.getByRole('button', { name: 'Next' }).click()

    const check = card('4 of 4 parts written')
    expect(await check.innerText()).not.toContain('do not assume')
    await formOf(sam, 'N-08').getByText('Meeting held on 14 June').waitFor()
    await check.getByRole('button', { name: 'Send', exact: true }).click()
    await newcomer.getByText('The lead person reads it and signs it.').waitFor()
    await link('Be someone else').click()
  })

  test('3. Sam saw it move without reloading, and reads nothing of what Wes wrote', async () => {
    await formOf(sam, 'N-08').getByText('Sent: the lead person signs next').waitFor()
    expect(await sam.evaluate(() => document.body.dataset['opened'])).toBe('once')
    await newcomer.getByRole('button', { name: '3. See it move' }).click()
    await formOf(newcomer, 'N-08').getByText('Sent: the lead person signs next').waitFor()
    await formOf(newcomer, 'N-08').getByRole('link').first().click()
    await heading('Close the loop: N-08').waitFor()
    expect(await newcomer.getByRole('main').innerText()).not.toContain('do not assume')
    await button('Sign out').click()
  })

  test('4. Ada signs the form of N-08; Bea finds it on Home, reviews it and closes it', async () => {
    await newcomer.getByRole('button', { name: '4. Sign and review' }).click()
    await rowOf(newcomer, 'N-08').getByRole('link', { name: /^Open/ }).click()
    await newcomer.getByText('Confirm, do not assume').waitFor()
    await newcomer.getByLabel('Your note').fill('We ring back on the same day now.')
    await button('Sign and send to the partnership').click()
    await newcomer.getByText('You signed the form.').waitFor()
    await button('Sign out').click()

    await newcomer.getByRole('button', { name: /^Bea Officer-Test/ }).click()
    await rowOf(newcomer, 'N-08').getByRole('link', { name: /^Open/ }).click()
    await newcomer.getByText('We ring back on the same day now.').waitFor()
    await newcomer.getByLabel('Close the form').check()
    await button('Close it').click()
    await newcomer.getByText('You reviewed and closed the form.').waitFor()
    await formOf(sam, 'N-08').getByText('Closed', { exact: true }).waitFor()
    await button('Sign out').click()
  })

  test('5. Eve says that A2 did not happen; its owner sees it open again, with her reason', async () => {
    await newcomer.getByRole('button', { name: '5. Say whether it happened' }).click()
    const asked = messageOf(newcomer, 'Case N-08, A2: did it happen?')
    await asked.getByRole('button', { name: 'No, it did not' }).click()
    await asked.getByLabel('What did not happen?').fill('Two contacts since then have had no answer.')
    await asked.getByRole('button', { name: 'Send', exact: true }).click()
    await messageOf(newcomer, 'Case N-08, A2: answered').getByText('The action is open again.').waitFor()
    await link('Be someone else').click()

    await newcomer.getByRole('button', { name: /^Wes Worker-Test/ }).click()
    await link('Home').click()
    await rowOf(newcomer, 'A2 N-08').waitFor()
    await link('Actions').click()
    await rowOf(newcomer, 'A2 N-08').getByRole('link').first().click()
    await newcomer.getByText('Two contacts since then have had no answer.').waitFor()
    await button('Close').click()
    await button('Sign out').click()
  })

  test('6. on 21 June the form of N-14 is late: Wanda and her manager Sky are told', async () => {
    await newcomer.getByRole('button', { name: '6. Move the clock' }).click()
    await newcomer.getByRole('button', { name: /^Story:/ }).click()
    await newcomer.getByLabel('Day', { exact: true }).fill('21')
    await newcomer.getByLabel('Month').fill('6')
    await newcomer.getByLabel('Year').fill('2018')
    await button('Go to this date').click()
    await newcomer.getByText('It is now Thursday 21 June 2018, 09:00.').waitFor()
    await button('Close').click()
    await newcomer.getByRole('link', { name: /Neglect/ }).click()
    await newcomer.getByRole('list', { name: /^Late/ }).getByText('N-14').first().waitFor()
    await button('Sign out').click()

    await newcomer.getByRole('button', { name: /^Wanda Worker-Test/ }).click()
    await link('Mailbox').click()
    await heading('Case N-14: the close-the-loop form is due 20 June, 1 day late').waitFor()
    await link('Be someone else').click()

    await newcomer.getByRole('button', { name: /^Sky Manager-Test/ }).click()
    await link('Chat').click()
    await messageOf(newcomer, 'Case N-14: the close-the-loop form is late')
      .getByText('The allocated worker of N-14 has not opened the close-the-loop form yet.')
      .waitFor()
    await link('Home').click()
    await link('Team').click()
    await formOf(newcomer, 'N-14').getByText('1 day late').waitFor()
  })

  test('the story goes on and says what happened, and starts again when it is asked to', async () => {
    await newcomer.getByRole('button', { name: /^Story:/ }).click()
    await button('Play the story on').click()
    await newcomer.getByText(/^Schools confirmed A1/).waitFor()
    await button('Start again').click()
    await button('Yes, forget all and start again').click()
    await newcomer.getByText('The story starts again from its first day.').waitFor({ timeout: 120_000 })
    await newcomer.getByText('The story stands at Monday 18 June 2018, 10:00').waitFor()
    await formOf(newcomer, 'N-14').getByText('Issued, not opened yet').waitFor()
    await formOf(sam, 'N-08').getByText('Read by the worker', { exact: true }).waitFor()
  })
})

/** The row of a form on the manager's page. */
function formOf(page: Page, reference: string) {
  return page
    .getByRole('list', { name: 'Close the loop' })
    .getByRole('listitem')
    .filter({ hasText: reference })
}
