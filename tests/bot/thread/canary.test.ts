import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { exampleshire } from '#local/story/thread/exampleshire.ts'
import type { Trx } from '#store/database.ts'
import type { Api, ApiAnswer } from '#tests/fixtures/a-server.ts'
import { ENGINES, PERSONAS, actionAs, everybody, recordOne, served } from '#tests/http/served.ts'
import type { Served, Signed } from '#tests/http/served.ts'

import { buttonOf, chatOf, mailsOf } from './chat.ts'
import type { Pressed } from './chat.ts'

/** A word for each field that people type into, found nowhere else. */
const TYPED = {
  help: 'quokkahelp',
  whatWasDone: 'quokkadone',
  evidence: 'quokkaevidence',
  disputed: 'quokkadisputed',
  moreTime: 'quokkamoretime',
  keptDay: 'quokkakeptday',
  question: 'quokkaquestion',
  kept: 'quokkakept',
  withdrawn: 'quokkawithdrawn',
  refused: 'quokkarefused',
  faulty: 'quokkafaulty',
  foreign: 'quokkaforeign',
} as const

const said = { whatWasDone: TYPED.whatWasDone, evidence: TYPED.evidence }

/** Names of a child, whole, in parts and as initials, and the day of birth in the forms in which it is written. */
const CHILDREN: readonly RegExp[] = exampleshire.child_identity.flatMap(({ name, born }) => {
  const [year = '', month = '', day = ''] = born.split('-')
  const parts = name.replace('-Test', '').split(' ')
  const initials = parts.map((part) => part[0]).join('')
  const births = [
    born,
    `${day}/${month}/${year}`,
    `${Number(day)}/${Number(month)}/${year}`,
    `${day}.${month}.${year}`,
  ]
  return [
    new RegExp(name, 'i'),
    ...parts.map((part) => new RegExp(`(?<![\\p{L}])${part}(?![\\p{L}])`, 'iu')),
    ...births.map((birth) => new RegExp(birth.replaceAll('.', '\\.'))),
    new RegExp(`(?<![\\p{L}\\d])${initials}(?![\\p{L}\\d])`, 'u'),
  ]
})

/** What of these words stands in a text. */
function leaksIn(text: string): readonly string[] {
  const typed = Object.values(TYPED).filter((word) => text.toLowerCase().includes(word))
  return [...typed, ...CHILDREN.filter((child) => child.test(text)).map(String)]
}

/** From now on the database fails on a typed text with "faulty" in it, and its error quotes what was written. */
async function breakOnFaultyText(trx: Trx): Promise<void> {
  await sql`create function break_on_faulty() returns trigger language plpgsql as $$ begin
    if new.text like '%faulty%' then raise exception 'cannot write %', new.text using detail = new.text; end if;
    return new; end $$`.execute(trx)
  await sql`create trigger break_on_faulty before insert on action_event_text
    for each row execute function break_on_faulty()`.execute(trx)
}

describe.each(ENGINES)('what people type, and who the child is, stays where it belongs, on %s', (engine) => {
  let house: Served
  let signed: Signed
  /** Everything that was said back over HTTP but the pages of those concerned. */
  const answers: string[] = []
  const actions: string[] = []

  beforeAll(async () => {
    house = await served(engine)
    await house.stopAndRead(breakOnFaultyText)
    await house.restarted()
    signed = await everybody(house.server)
    await theThread()
    await refusals()
    await faults()
    await settled()
  }, 90_000)
  afterAll(() => house.close())

  const keep = (answer: ApiAnswer): ApiAnswer => {
    answers.push(`${answer.text} ${JSON.stringify([...answer.headers])}`)
    return answer
  }

  async function press(who: 'wes' | 'eve', action: string, data: Pressed['data']): Promise<string> {
    const { duty } = await actionAs(signed[who], action)
    const chat = chatOf(signed[who])
    const { id } = await chat.asks(duty?.id ?? 'none')
    const answer = await chat.send(id, { verb: 'answer', data: { duty: duty?.id, ...data } })
    answers.push(JSON.stringify(answer))
    return id
  }

  async function anAction(): Promise<string> {
    const { id } = await recordOne(signed, { help: TYPED.help })
    actions.push(id)
    return id
  }

  /** Every free-text field there is, by card and by API. */
  async function theThread(): Promise<void> {
    const one = await anAction()
    await press('wes', one, { deed: 'report-done', ...said })
    await press('eve', one, { deed: 'dispute', reason: TYPED.disputed })
    await press('wes', one, { deed: 'ask-for-time', until: '2018-07-13', reason: TYPED.moreTime })
    const { duty } = await actionAs(signed.eve, one)
    keep(
      await signed.eve.post(`/api/duties/${duty?.id}/answers`, { deed: 'keep-day', reason: TYPED.keptDay }),
    )
    await press('wes', one, { deed: 'cannot-do', reason: TYPED.question })
    await press('eve', one, { deed: 'keep-action', reason: TYPED.kept })
    const seen = await signed.wes.post(`/api/actions/${one}/child`)
    expect(seen.body).toEqual({ name: 'Wren Ashby-Test', born: '2014-02-03' })
    await press('wes', one, { deed: 'report-done', ...said })
    await press('eve', one, { deed: 'confirm' })
    const two = await anAction()
    const again = await press('wes', two, {
      deed: 'not-right',
      reason: TYPED.question,
    })
    await chatOf(signed.wes).send(again, { verb: 'look', data: { duty: 'none', reason: TYPED.question } })
    await press('eve', two, { deed: 'withdraw', reason: TYPED.withdrawn })
  }

  /** The same words where they are not taken. */
  async function refusals(): Promise<void> {
    const three = await recordOne(signed)
    actions.push(three.id)
    const at = `/api/duties/${three.duty}/answers`
    const chat = chatOf(signed.wes)
    const { id, card } = await chat.asks(three.duty)
    const look = buttonOf(card, 'It is done')
    await chat.send(id, { ...look, data: { ...look.data, whatWasDone: TYPED.refused } })
    for (const data of [
      { deed: 'report-done', whatWasDone: TYPED.refused },
      { deed: 'ask-for-time', until: TYPED.refused, reason: TYPED.refused },
      { deed: TYPED.refused, reason: TYPED.refused },
      { deed: 'report-done', ...said, evidence: TYPED.refused.repeat(200) },
      { deed: 'dispute', reason: TYPED.refused },
    ]) {
      answers.push(
        JSON.stringify(await chat.send(id, { verb: 'answer', data: { duty: three.duty, ...data } })),
      )
      keep(await signed.wes.post(at, data))
      keep(await signed.gil.post(at, { ...data, reason: TYPED.foreign }))
    }
    keep(await signed.wes.post(at, { deed: 'report-done', ...said }, { ifMatch: 99 }))
    keep(await signed.quinn.post('/api/actions', { case: TYPED.refused, help: TYPED.refused }))
    keep(await signed.wes.post(`/api/${TYPED.refused}`, { reason: TYPED.refused }))
    keep(await signed.wes.get(`/api/actions?group=${TYPED.refused}`))
    keep(await signed.wes.get(`/api/actions/${TYPED.refused}`))
  }

  /** The same words while the database breaks. */
  async function faults(): Promise<void> {
    const four = await recordOne(signed)
    actions.push(four.id)
    const answer = { deed: 'report-done', whatWasDone: TYPED.faulty, evidence: TYPED.faulty }
    const broken = keep(await signed.wes.post(`/api/duties/${four.duty}/answers`, answer))
    expect(broken).toMatchObject({ status: 500, body: { title: 'Something went wrong here' } })
    await press('wes', four.id, answer)
    expect(answers.at(-1)).toContain('This did not work just now.')
    expect((await actionAs(signed.quinn, four.id)).version).toBe(1)
  }

  /** A morning on which everything that is late goes out, too. */
  async function settled(): Promise<void> {
    await signed.bea.post('/api/actions/chase', { actions: 'late' })
    await signed.bea.post('/local/clock', { to: '2018-07-10' })
  }

  it('the words arrived where they belong, so that this test can fail', async () => {
    const { history } = await actionAs(signed.sam, actions[0] ?? '')
    const words = JSON.stringify(history)
    for (const word of [TYPED.whatWasDone, TYPED.disputed, TYPED.moreTime, TYPED.keptDay, TYPED.kept])
      expect(words).toContain(word)
    expect(leaksIn('Wren was seen')).toHaveLength(1)
    expect(leaksIn('W.A. is no name, WA born 3/2/2014')).toHaveLength(2)
    expect(house.output()).toContain('"fault"')
  })

  it('not on a card, a mail, a summary or a link', async () => {
    let read = 0
    for (const who of PERSONAS) {
      const messages = await chatOf(signed[who]).messages()
      const mails = await mailsOf(signed[who])
      read += messages.length + mails.length
      expect([who, leaksIn(JSON.stringify([messages, mails]))]).toEqual([who, []])
    }
    expect(read).toBeGreaterThan(60)
  })

  it('not in what a press or a request got back, refused or broken', () => {
    expect(answers.length).toBeGreaterThan(30)
    for (const answer of answers) expect(leaksIn(answer)).toEqual([])
  })

  it('not in a list, and for nobody else in any answer', async () => {
    const lists = ['/api/me', '/api/waiting', '/api/asked', '/api/actions', '/api/actions?group=done']
    for (const who of PERSONAS) {
      for (const path of lists) expect(leaksIn((await signed[who].get(path)).text)).toEqual([])
    }
    for (const api of [signed.dee, signed.gil] satisfies Api[]) {
      for (const id of actions) expect(leaksIn((await api.get(`/api/actions/${id}`)).text)).toEqual([])
    }
  })

  it('not in the process’s output', () => {
    expect(house.output().length).toBeGreaterThan(500)
    expect(leaksIn(house.output())).toEqual([])
  })

  it('not in a file of local mode, nor in a file’s name', async () => {
    const folder = house.server.dataDir
    const all = await readdir(folder, { recursive: true })
    expect(leaksIn(all.join('\n'))).toEqual([])
    const files = all.filter((name) => /\.(jsonl|key)$/.test(name))
    expect(files).toEqual(expect.arrayContaining(['chats.jsonl', 'mailbox.jsonl']))
    for (const name of files) {
      const text = await readFile(join(folder, name), 'utf8')
      expect([name, leaksIn(text)]).toEqual([name, []])
    }
  })

  it('a text that names the child is refused with its sentence, and changes nothing', async () => {
    const before = await signed.quinn.get('/api/actions')
    for (const what of [
      'See Wren at home.',
      'Ring the ASHBY family.',
      'WA: see at home.',
      'Born 3/2/2014.',
    ]) {
      const answer = await signed.quinn.post('/api/actions', {
        case: 'case-n-08',
        owner: 'worker-n08',
        raiser: 'lead-edu',
        what,
        help: 'Seen.',
        due: '2018-07-20',
      })
      expect(answer).toMatchObject({
        status: 422,
        body: {
          title: 'This names the child',
          fields: {
            what: 'The text goes onto cards and mails. Take out the name, initials or date of birth.',
          },
        },
      })
      expect(leaksIn(answer.text)).toEqual([])
    }
    expect((await signed.quinn.get('/api/actions')).text).toBe(before.text)
    expect(leaksIn(house.output())).toEqual([])
  })

  it('not in any table but those of typed words and of identity', async () => {
    const found = await house.stopAndRead(async (trx) => {
      const { rows: tables } = await sql<{ name: string }>`select table_name as name
        from information_schema.tables where table_schema = 'public' order by 1`.execute(trx)
      const leaks: Record<string, readonly string[]> = {}
      for (const { name } of tables) {
        const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row
          from ${sql.table(name)} t`.execute(trx)
        const each = new Set(rows.flatMap(({ row }) => leaksIn(row)))
        if (each.size > 0) leaks[name] = [...each]
      }
      return leaks
    })
    expect(Object.keys(found).toSorted()).toEqual(['action_event_text', 'action_words', 'child_identity'])
    expect(found['action_event_text']).not.toContain(TYPED.refused)
    expect(found['action_event_text']).not.toContain(TYPED.faulty)
  })
})
