import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { AgencyId, PostId, ReplyId, ReturnId } from '#core/ids.ts'
import type { Login } from '#store/database.ts'
import { aForm } from '#tests/fixtures/a-form.ts'
import { aReturn, everyChronology, everyEvaluation } from '#tests/fixtures/a-return.ts'
import { aCaseFile, aReply, aRound, roundPosts } from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, rows } from '#tests/fixtures/store-acts.ts'
import {
  asFile,
  asForm,
  asReply,
  asReturn,
  asRound,
  committed,
  loaded,
  seatThePanel,
  web,
} from '#tests/fixtures/store-rounds.ts'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())

const people = ['bea', 'quinn', 'cy', 'ada', 'kit', 'eve', 'dee', 'gil', 'wes', 'sam'] as const
const commitAs = (person: string, change: Parameters<typeof committed>[2]) =>
  committed(store.running, person, change)
const forbidden = expect.objectContaining({ code: '42501' })

/** Who of all sees a row of these tables by a bare select. */
async function whoSees(table: string, where = sql`true`): Promise<readonly string[]> {
  const seen = await Promise.all(
    people.map((person) =>
      rows(store.running, sql`select 1 from ${sql.table(table)} where ${where}`, web(person)),
    ),
  )
  return people.filter((_, index) => (seen[index]?.length ?? 0) > 0)
}

const own = { contributors: [roundPosts.contributor] }
const { submitted } = everyChronology

/** Case N-08 in evaluation: Social Care and Schools know it; a GP's return goes to the Designated Nurse. */
beforeEach(async () => {
  await store.startAgain()
  await seatThePanel(store.running)
  await commitAs('bea', asRound(aRound('evaluating')))
  await commitAs('bea', asFile(aCaseFile('to-come')))
  await commitAs('bea', asReturn(aReturn('in', own)))
  const gp = { id: 'return-gp' as ReturnId, agency: 'gp' as AgencyId, lead: roundPosts.gp }
  await commitAs('bea', asReturn(aReturn('in', { ...gp, owedTo: roundPosts.ccg, way: 'with-collator' })))
  for (const [id, of, by] of [
    ['entry-csc', 'return-csc', 'ada'],
    ['entry-gp', 'return-gp', 'gil'],
  ])
    await rows(
      store.running,
      sql`insert into chronology_entry (id, return_id, on_day, source, event, raised_by, response_seen, version,
        written_by, written_at) values (${id}, ${of}, '2018-03-01', 'x', 'x', 'x', 'none', 1, ${by}, now())`,
      web(by ?? ''),
    )
  await rows(
    store.running,
    sql`insert into return_answer values ('return-csc', 'history', 'x', 1, 'ada', now())`,
    web('ada'),
  )
})

const ofCsc = sql`return_id = 'return-csc'`
const ofGp = sql`return_id = 'return-gp'`

describe('what an agency writes about a case', () => {
  it('is its own until it is sent: not even the partnership reads it', async () => {
    expect(await whoSees('chronology_entry', ofCsc)).toEqual(['ada', 'kit'])
    expect(await whoSees('return_answer', ofCsc)).toEqual(['ada', 'kit'])
    expect(await whoSees('chronology_entry', ofGp)).toEqual(['gil'])
  })

  it('stands in a return that no other agency sees', async () => {
    const seeing = ['bea', 'quinn', 'ada', 'kit']
    expect(await whoSees('agency_return', sql`id = 'return-csc'`)).toEqual(seeing)
    expect(await whoSees('return_words', ofCsc)).toEqual(seeing)
    expect(await whoSees('return_contributor', ofCsc)).toEqual(seeing)
    expect(await loaded(store.running, 'eve', asReturn(aReturn('in')))).toBeUndefined()
  })

  it('is read by whom it is owed to, and by the partnership, once that part was sent', async () => {
    await commitAs('ada', asReturn(aReturn('in', { ...own, chronology: submitted, version: 1 })))
    expect(await whoSees('chronology_entry', ofCsc)).toEqual(['bea', 'quinn', 'ada', 'kit'])
    expect(await whoSees('return_answer', ofCsc)).toEqual(['ada', 'kit'])
    const evaluation = everyEvaluation.submitted
    await commitAs('ada', asReturn(aReturn('in', { ...own, chronology: submitted, evaluation, version: 2 })))
    expect(await whoSees('return_answer', ofCsc)).toEqual(['bea', 'quinn', 'ada', 'kit'])
  })

  it('is the agency’s own again while it is sent back', async () => {
    await commitAs('ada', asReturn(aReturn('in', { ...own, chronology: submitted, version: 1 })))
    const chronology = everyChronology['sent-back']
    await commitAs('bea', asReturn(aReturn('in', { ...own, chronology, version: 2 })))
    expect(await whoSees('chronology_entry', ofCsc)).toEqual(['ada', 'kit'])
  })

  it('goes to the collator, if it has one', async () => {
    const gp = { id: 'return-gp' as ReturnId, agency: 'gp' as AgencyId, lead: roundPosts.gp }
    const way = 'with-collator' as const
    const sent = { ...gp, owedTo: roundPosts.ccg, way, chronology: submitted, version: 1 }
    await commitAs('gil', asReturn(aReturn('in', sent)))
    expect(await whoSees('chronology_entry', ofGp)).toEqual(['dee', 'gil'])
  })

  it('reaches the partnership once the collator sent it on (decisions.md 24)', async () => {
    const gp = { id: 'return-gp' as ReturnId, agency: 'gp' as AgencyId, lead: roundPosts.gp }
    const way = 'sent-on' as const
    const on = { ...gp, owedTo: roundPosts.ccg, way, chronology: submitted, version: 1 }
    await commitAs('dee', asReturn(aReturn('in', on)))
    expect(await whoSees('chronology_entry', ofGp)).toEqual(['bea', 'quinn', 'dee', 'gil'])
  })

  it('is written by nobody else', async () => {
    const entry = sql`insert into chronology_entry (id, return_id, on_day, source, event, raised_by, response_seen,
      version, written_by, written_at) values ('e', 'return-csc', '2018-03-01', 'x', 'x', 'x', 'none', 1, 'eve', now())`
    for (const person of ['bea', 'eve', 'wes'])
      await expect(rows(store.running, entry, web(person))).rejects.toThrow(forbidden)
    await rows(store.running, sql`update chronology_entry set event = 'y'`, web('eve'))
    await rows(store.running, sql`update return_answer set text = 'y'`, web('bea'))
    const changed = sql`select event from chronology_entry where event = 'y' union all
      select text from return_answer where text = 'y'`
    expect(await rows(store.running, changed)).toEqual([])
  })
})

const release = () =>
  commitAs('bea', asRound(aRound('evaluating', { releasedToPanel: at('2018-05-24 12:00'), version: 1 })))

describe('the chronologies of a case', () => {
  it('are read by its panel once they were released to it, and by no other lead person', async () => {
    const evaluation = everyEvaluation.submitted
    await commitAs('ada', asReturn(aReturn('in', { ...own, chronology: submitted, evaluation, version: 1 })))
    expect(await whoSees('chronology_entry', ofCsc)).not.toContain('eve')
    await release()
    expect(await whoSees('chronology_entry', ofCsc)).toEqual(['bea', 'quinn', 'cy', 'ada', 'kit', 'eve'])
    expect(await whoSees('agency_return', sql`id = 'return-csc'`)).toEqual([
      'bea',
      'quinn',
      'cy',
      'ada',
      'kit',
      'eve',
    ])
  })

  it('bring the agency’s own grade to the chair alone, and the evaluation to nobody new', async () => {
    const evaluation = everyEvaluation.submitted
    await commitAs('ada', asReturn(aReturn('in', { ...own, chronology: submitted, evaluation, version: 1 })))
    await release()
    expect(await whoSees('return_words', sql`grade is not null`)).toEqual([
      'bea',
      'quinn',
      'cy',
      'ada',
      'kit',
    ])
    expect(await whoSees('return_answer')).toEqual(['bea', 'quinn', 'ada', 'kit'])
  })

  it('are not read before they were sent, whatever was released', async () => {
    await release()
    expect(await whoSees('chronology_entry', ofCsc)).toEqual(['ada', 'kit'])
  })
})

describe('the panel’s grades', () => {
  const grades = ['bea', 'quinn', 'cy'] as const

  it('are the partnership’s and the chair’s until panel day was closed, then the panel’s of the case', async () => {
    await commitAs('quinn', asFile(aCaseFile('recorded', { version: 1 })))
    expect(await whoSees('panel_grade')).toEqual(grades)
    await commitAs('cy', asFile(aCaseFile('confirmed', { version: 2 })))
    await commitAs('bea', asRound(aRound('panel-held', { version: 1 })))
    expect(await whoSees('panel_grade')).toEqual([...grades, 'ada', 'eve'])
  })

  it('are recorded by the partnership alone', async () => {
    for (const person of ['ada', 'cy'])
      await expect(commitAs(person, asFile(aCaseFile('recorded', { version: 1 })))).rejects.toThrow(forbidden)
  })

  it('are never rewritten', async () => {
    await commitAs('quinn', asFile(aCaseFile('recorded', { version: 1 })))
    const rewrite = rows(store.running, sql`update panel_grade set panel = 'good'`)
    await expect(rewrite).rejects.toThrow('append-only')
  })
})

describe('a close-the-loop form', () => {
  beforeEach(async () => {
    await commitAs('cy', asForm(aForm('drafted')))
  })

  it('says nothing to the worker and the manager before its lead person released it', async () => {
    expect(await whoSees('form_words')).toEqual(['bea', 'quinn', 'ada'])
    for (const person of ['wes', 'sam', 'eve', 'cy'])
      expect(await loaded(store.running, person, asForm(aForm('drafted')))).toBeUndefined()
  })

  it('and then to those two, and still to no other agency', async () => {
    await commitAs('ada', asForm(aForm('released', { version: 1 })))
    expect(await whoSees('form_words')).toEqual(['bea', 'quinn', 'ada', 'wes', 'sam'])
  })

  it('brings who the child is with it, not before', async () => {
    const child = sql`case_id = 'case-n-08'`
    expect(await whoSees('child_identity', child)).not.toContain('wes')
    await commitAs('ada', asForm(aForm('released', { version: 1 })))
    expect(await whoSees('child_identity', child)).toContain('wes')
  })
})

describe('an answer to the long list', () => {
  it('is seen by its agency and the partnership', async () => {
    await commitAs('bea', asReply(aReply('asked')))
    const edu = { id: 'reply-edu' as ReplyId, agency: 'edu' as AgencyId, lead: 'lead-edu' as PostId }
    await commitAs('bea', asReply(aReply('asked', edu)))
    expect(await whoSees('reply', sql`id = 'reply-csc'`)).toEqual(['bea', 'quinn', 'ada'])
    expect(await whoSees('reply_case', sql`reply_id = 'reply-edu'`)).toEqual(['bea', 'quinn', 'eve'])
  })

  it('lets the agencies that are asked know who the children are, and the adults', async () => {
    await rows(
      store.running,
      sql`insert into case_adult values ('case-n-02', 0, 'x', 'x', true, true)`,
      web('bea'),
    )
    await commitAs('bea', asReply(aReply('asked')))
    for (const table of ['child_identity', 'case_adult'])
      expect(await whoSees(table, sql`case_id = 'case-n-02'`)).toEqual(['bea', 'quinn', 'ada'])
  })
})

describe('a round', () => {
  it('is seen by its lead persons and the partnership’s posts, and set up by nobody else', async () => {
    expect(await whoSees('round')).toEqual(['bea', 'quinn', 'cy', 'ada', 'eve', 'dee', 'gil'])
    const another = asRound(aRound('draft', { id: 'round-3' as never, code: 'N-2018-3' }))
    await expect(commitAs('wes', another)).rejects.toThrow(forbidden)
  })
})

describe('the process that sends', () => {
  const worker: Login = { as: 'worker' }
  it.each([
    'return_words',
    'form_words',
    'case_file_words',
    'collation_words',
    'chronology_entry',
    'return_answer',
    'panel_grade',
    'reply_case',
    'case_adult',
    'deed_event',
  ])('reads nothing of %s', async (table) => {
    const read = rows(store.running, sql`select 1 from ${sql.table(table)}`, worker)
    await expect(read).rejects.toThrow(forbidden)
  })
})
