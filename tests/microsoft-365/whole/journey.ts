import { randomUUID } from 'node:crypto'

import type { Browser, FrameLocator } from 'playwright-core'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import { TENANT } from '#local/story/tenant.ts'
import { fakeTeams } from '#tests/browser/teams-host/fake-teams.ts'
import type { Call } from '#tests/http/calls.ts'
import { smallRounds } from '#tests/http/small-rounds.ts'

import { chatOf } from './chat.ts'
import type { Rehearsal } from './rehearsal.ts'

/** One step of what is played, as a person would: in Teams' frame with its token, or in the chat. */
export type Step = { readonly title: string; play(): Promise<void> }

/** The six steps of Start here, and one panel day that is booked, moved and called off. */
export function journeyOf(rehearsal: Rehearsal, browser: Browser): readonly Step[] {
  const frames = new Map<string, FrameLocator>()
  let panel = ''

  /** The tab in Teams as this person: signed in by Teams' own token, no page of ours asks anything. */
  async function tabOf(who: string, path = '/'): Promise<FrameLocator> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    context.setDefaultTimeout(20_000)
    const { tab } = await fakeTeams(context, {
      app: rehearsal.url,
      path,
      context: { userObjectId: rehearsal.user(who).oid, tid: TENANT },
      answers: { 'authentication.getAuthToken': async () => [true, await rehearsal.tokenFor(who)] },
    })
    frames.set(who, tab)
    return tab
  }

  const open = (who: string): FrameLocator => {
    const tab = frames.get(who)
    if (!tab) throw new Error(`${who} has no tab open`)
    return tab
  }

  return [
    {
      title: '1. Bea sees in Teams where the round is, what is late, and who owes what',
      async play() {
        // Before anything happens the manager's page is open, too.
        await form(await tabOf('sam', '/team'), 'N-08')
          .getByText('Read by the worker', { exact: true })
          .waitFor()
        const tab = await tabOf('bea', '/rounds')
        await tab.getByText('One round is going on. One thing is late.').waitFor()
        await tab.getByRole('link', { name: /Neglect/ }).click()
        await tab.getByRole('heading', { name: 'Round N-2018-2: Neglect' }).waitFor()
        await tab.getByRole('list', { name: /^Late/ }).getByText('A12 N-17').waitFor()
        await tab.getByRole('link', { name: 'Grid', exact: true }).click()
        await tab.getByRole('table').getByRole('rowheader', { name: 'N-08' }).waitFor()
      },
    },
    {
      title: '2. Wes reads what the panel found and writes his part in the chat',
      async play() {
        const wes = chatOf(rehearsal, 'wes')
        await wes.type('list')
        await wes.press('waiting for you', 'Answer N-08')
        await wes.press('your part of the close-the-loop form', 'Read again')
        await wes.press('please read what the panel found', 'Go on')
        await wes.press('the close-the-loop meeting', 'Next', {
          metOn: '2018-06-14',
          present: 'Worker, manager, safeguarding lead',
          background: 'Concerns over food and dental care',
        })
        await wes.press('your reflections', 'Next', { reflections: 'I took it as read', shared: 'false' })
        await wes.press('what can be learned', 'Next', { learning: 'Confirm, do not assume' })
        if (JSON.stringify(wes.card('4 of 4 parts written')).includes('do not assume'))
          throw new Error('the card keeps what was written')
        await wes.press('4 of 4 parts written', 'Send')
      },
    },
    {
      title: '3. Sam sees it move without reloading, from whichever process it came',
      async play() {
        await form(open('sam'), 'N-08').getByText('Sent: the lead person signs next').waitFor()
      },
    },
    {
      title: '4. Ada signs the form; Bea reviews it and closes it',
      async play() {
        const ada = await tabOf('ada')
        await row(ada, 'N-08').getByRole('link', { name: /^Open/ }).click()
        await ada.getByText('Confirm, do not assume').waitFor()
        await ada.getByLabel('Your note').fill('We ring back on the same day now.')
        await ada.getByRole('button', { name: 'Sign and send to the partnership', exact: true }).click()
        await ada.getByText('You signed the form.').waitFor()
        const bea = await tabOf('bea')
        await row(bea, 'N-08').getByRole('link', { name: /^Open/ }).click()
        await bea.getByText('We ring back on the same day now.').waitFor()
        await bea.getByLabel('Close the form').check()
        await bea.getByRole('button', { name: 'Close it', exact: true }).click()
        await bea.getByText('You reviewed and closed the form.').waitFor()
        await form(open('sam'), 'N-08').getByText('Closed', { exact: true }).waitFor()
      },
    },
    {
      title: '5. Eve says in the chat that A2 did not happen; its owner sees it open again',
      async play() {
        const eve = chatOf(rehearsal, 'eve')
        await eve.type('list')
        await eve.press('waiting for you', 'Answer A2')
        await eve.press('Case N-08, A2: did it happen?', 'No, it did not')
        await eve.press('Case N-08, A2: did it happen?', 'Send', {
          reason: 'Two contacts since then have had no answer.',
        })
        const wes = await tabOf('wes', '/actions')
        await row(wes, 'A2 N-08').getByRole('link').first().click()
        await wes.getByText('Two contacts since then have had no answer.').waitFor()
      },
    },
    {
      title: '6. On 21 June the form of N-14 is late: Sky is told in Teams, Wanda by mail',
      async play() {
        // Another round is on its way to its panel day meanwhile.
        const { things } = await smallRounds(callsTo(rehearsal))
        panel = `/rounds/${things['round evaluating']}/panel`
        await rehearsal.moveTo(momentAt(day('2018-06-21'), '09:00'))
        const sky = chatOf(rehearsal, 'sky')
        await until('Sky is told', () => sky.card('Case N-14: the close-the-loop form is late') !== undefined)
        await until('Wanda is told', () =>
          rehearsal.mailbox.sent.some(({ message }) => message.subject.includes('N-14')),
        )
      },
    },
    {
      title:
        '7. Bea books a panel day: while Teams has no link it is not locked, and the page says so; booked again, Ada can join',
      async play() {
        const bea = await tabOf('bea', panel)
        rehearsal.calendar.linkAfter(Infinity)
        await bea.getByRole('button', { name: 'Book the meeting' }).click()
        await bea.getByRole('button', { name: 'Book again' }).waitFor()
        if ((await bea.getByRole('link', { name: /Join in Teams/ }).count()) > 0)
          throw new Error('an open meeting has a way in')
        rehearsal.calendar.linkAfter(0)
        await bea.getByRole('button', { name: 'Book again' }).click()
        await bea.getByText('It stands in their calendars.').waitFor()
        if (rehearsal.calendar.events().length !== 1) throw new Error('one event was to be made')
        const ada = await tabOf('ada', panel)
        const joins = await ada.getByRole('link', { name: /Join in Teams/ }).getAttribute('href')
        if (joins !== rehearsal.calendar.events()[0]?.joinUrl) throw new Error('the link is another')
      },
    },
    {
      title: '8. she moves it, and calls it off: the same event is moved and leaves the calendars',
      async play() {
        const bea = open('bea')
        const [made] = rehearsal.calendar.events()
        await bea.getByLabel('Begins').fill('10:30')
        await bea.getByRole('button', { name: 'Move the meeting' }).click()
        await bea.getByText(/Booked for .* 10:30 to/).waitFor()
        const [moved] = rehearsal.calendar.events()
        if (moved?.id !== made?.id || !moved?.start.dateTime.includes('10:30'))
          throw new Error('it was not moved')
        await bea.getByRole('button', { name: 'Call the meeting off' }).click()
        await bea.getByRole('button', { name: 'Yes, call it off' }).click()
        await bea.getByText('It is called off and leaves their calendars.').waitFor()
        await until('the event is gone', () => rehearsal.calendar.events().length === 0)
      },
    },
  ]
}

/** The row of a form on the manager's page. */
function form(tab: FrameLocator, reference: string) {
  return tab
    .getByRole('list', { name: 'Close the loop' })
    .getByRole('listitem')
    .filter({ hasText: reference })
}

function row(tab: FrameLocator, words: string) {
  return tab.getByRole('listitem').filter({ hasText: words }).first()
}

/** The API as anybody of the example, with the token that Teams would give. */
function callsTo({ url, tokenFor }: Rehearsal): Call {
  return async (who, method, path, { body, version } = {}) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await tokenFor(who)}`,
        ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, text, body: text === '' ? null : (JSON.parse(text) as unknown) }
  }
}

async function until(what: string, isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`${what}: not within a minute`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
