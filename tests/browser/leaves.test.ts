import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { placesOf } from './places.ts'
import type { Places } from './places.ts'
import { aStage, moveTo, rowOf } from './stage.ts'
import type { Stage } from './stage.ts'

let stage: Stage
let places: Places
let bea: Page
beforeAll(async () => {
  stage = await aStage('pglite', 'neglect')
  places = await placesOf(stage.server)
  bea = await stage.window({ person: 'bea', path: '/people' })
})
afterAll(() => stage?.close())

describe('a lead person leaves in mid-round', () => {
  let ada: Page
  let yas: Page
  let before: number
  beforeAll(async () => {
    ada = await stage.window({ person: 'ada', path: '/chat' })
    yas = await stage.window({ person: 'yas', path: '/chat' })
    await ada.getByRole('article').first().waitFor()
  })

  test('Bea sees what would be left and hands it over in one move', async () => {
    await bea
      .getByRole('link', { name: /what Ada Lead-Test holds/ })
      .first()
      .click()
    await bea.getByRole('heading', { name: 'Hand over from Ada Lead-Test', level: 1 }).waitFor()
    await bea.getByRole('heading', { name: 'Would be left without a holder' }).waitFor()
    await bea.getByLabel('Who follows', { exact: true }).selectOption('yas')
    await bea.getByRole('button', { name: /^Hand over (the post|all \d+ posts)$/ }).click()
    await bea.getByText('Nothing is left without a holder.').waitFor()
    before = await messagesOf('ada')
  })

  test('Yas reads what came with it; nothing of it waits for Ada any more', async () => {
    await yas.goto('/people/taken-over')
    await yas.getByRole('heading', { name: 'What you have taken over', level: 1 }).waitFor()
    await yas
      .getByRole('heading', { name: /^Waits for you \(\d+\)$/ })
      .first()
      .waitFor()
    await yas
      .getByText(/after Ada Lead-Test/)
      .first()
      .waitFor()
    const old = await stage.window({ person: 'ada', path: '/' })
    await old.getByRole('heading', { name: 'Nothing waits for you' }).waitFor()
    await old.context().close()
  })

  test('for eleven days everything goes to Yas, and Ada’s chat stays as it was', async () => {
    const heard = await messagesOf('yas')
    await moveTo(bea, '29', '6', 'Friday 29 June 2018')
    expect(await messagesOf('yas')).toBeGreaterThan(heard + 1)
    expect(await messagesOf('ada')).toBe(before)
    await yas.goto('/chat')
    await yas.getByRole('article').filter({ hasText: 'N-08' }).last().waitFor()
  })

  test('a card that Ada still has asks anew when she sees it, and is not for her any more', async () => {
    await ada.reload()
    await ada.getByText('This card is not for you').last().waitFor()
  })

  /** Ever sent to somebody's chat: a page shows the last hundred. */
  async function messagesOf(person: string): Promise<number> {
    const page = person === 'ada' ? ada : yas
    return page.evaluate(async () => {
      const authorization = `Bearer ${sessionStorage.getItem('case-evaluations.token')}`
      const answer = await fetch('/local/chat?last=10000', { headers: { authorization } })
      return ((await answer.json()) as { messages: unknown[] }).messages.length
    })
  }
})

describe('what was released wrongly', () => {
  test('is withdrawn by whoever released it: the clock runs, a note is drafted, the release is owed again', async () => {
    await bea.goto(`/rounds/${places('round evaluating')}/grid`)
    await bea.getByRole('button', { name: 'Release to the QA manager' }).click()
    await bea.getByRole('button', { name: /^Release to the QA manager (now|as it is)$/ }).click()
    await bea.getByRole('link', { name: 'Sent to the wrong person' }).click()
    await bea.getByRole('heading', { name: /^Sent to the wrong person/, level: 1 }).waitFor()
    await bea.getByRole('button', { name: 'Withdraw it now' }).click()
    await bea.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await bea.getByRole('radio', { name: /^The release to the QA manager/ }).check()
    await bea.getByLabel('What happened').fill('Two chronologies still named the wrong agency.')
    await bea.getByRole('button', { name: 'Withdraw it now' }).click()
    await bea.getByRole('heading', { name: /^Incident I\d+/, level: 1 }).waitFor()
    await bea.getByText(/^The 72 hours end on/).waitFor()
    const note = await bea.locator('pre').innerText()
    expect(note).toContain('Two chronologies still named the wrong agency.')
    expect(note).not.toMatch(/Wren|Ashby|Officer-Test/)
    await bea.goto(`/rounds/${places('round evaluating')}/grid`)
    await bea.getByRole('button', { name: 'Release to the QA manager' }).waitFor()
  })

  test('a form that went to the wrong worker is closed to them at once, in the tab and on the card', async () => {
    const wes = await stage.window({ person: 'wes', path: `/forms/${places('form N-08')}`, width: 390 })
    await wes.getByRole('heading', { name: /N-08/, level: 1 }).waitFor()
    await bea.goto(`/forms/${places('form N-08')}`)
    await bea.getByRole('link', { name: 'Sent to the wrong person' }).click()
    await bea
      .getByRole('radio', { name: /Wes Worker-Test/ })
      .first()
      .check()
    await bea.getByLabel('What happened').fill('The form of N-08 went to a worker of another team.')
    await bea.getByRole('button', { name: 'Withdraw it now' }).click()
    await bea.getByRole('heading', { name: /^Incident I\d+: N-08$/, level: 1 }).waitFor()
    await bea
      .getByText(/Wes Worker-Test opened/)
      .first()
      .waitFor()
    expect(await bea.locator('pre').innerText()).not.toContain('Wes')

    await wes.reload()
    await wes.getByRole('heading', { name: 'This could not be shown' }).waitFor()
    await wes.goto('/')
    expect(await rowOf(wes, 'N-08').getByText('close-the-loop').count()).toBe(0)
    await bea.getByRole('radio', { name: 'It need not be reported' }).check()
    await bea
      .getByLabel('Who decided, and why')
      .fill('The data protection officer: a colleague, and it was unread.')
    await bea.getByRole('button', { name: 'Record the decision' }).click()
    await bea
      .getByText(/^Not reportable|need not be reported/i)
      .first()
      .waitFor()
  })
})

describe('the QA manager leaves', () => {
  test('Bea names who follows in the office, and cannot name herself or leave it empty', async () => {
    await bea.goto('/people/posts/qa')
    await bea.getByRole('button', { name: 'Name who holds it' }).click()
    expect(await bea.getByRole('button', { name: 'End a holding' }).count()).toBe(0)
    await bea.getByRole('combobox', { name: 'Who holds it' }).selectOption('bea')
    await bea.getByRole('button', { name: 'Name the holder' }).click()
    await bea.getByText('Nobody names themselves to an office').first().waitFor()
    await bea.getByRole('combobox', { name: 'Who holds it' }).selectOption('yas')
    await bea.getByRole('button', { name: 'Name the holder' }).click()
    await bea.getByText(/^It is changed/).waitFor()
    await bea.getByText(/^Yas Justice-Test, since/).waitFor()
  })

  test('of all that somebody leaves, the office has a field of its own, and goes to nobody by the way', async () => {
    await bea.goto('/people/yas/leave')
    await bea.getByLabel('Who follows in all else', { exact: true }).selectOption('ada')
    const send = bea.getByRole('button', { name: /^Hand over all \d+ posts$/ })
    await send.click()
    await bea.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await bea.getByLabel('Who follows: The panel (QA manager)', { exact: true }).selectOption('quinn')
    await send.click()
    await bea.getByText('They hold no post.').waitFor()
    await bea.goto('/people/posts/qa')
    await bea.getByText(/^Quinn .*-Test, since/).waitFor()
  })
})
