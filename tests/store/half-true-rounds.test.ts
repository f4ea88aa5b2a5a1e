import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { aForm } from '#tests/fixtures/a-form.ts'
import { aCollation, aReturn, everyChronology, everyEvaluation } from '#tests/fixtures/a-return.ts'
import { aCaseFile, aReply, aRound } from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { rows } from '#tests/fixtures/store-acts.ts'
import {
  asCollation,
  asFile,
  asForm,
  asReply,
  asReturn,
  asRound,
  before,
  committed,
  loaded,
  seatThePanel,
} from '#tests/fixtures/store-rounds.ts'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())

beforeEach(async () => {
  await store.startAgain()
  await seatThePanel(store.running)
})

describe('a row that is half true is refused', () => {
  const day1 = '2018-06-12'
  const moment = '2018-06-12T10:00:00Z'
  it.each([
    ['round', asRound(aRound('draft')), { approved_by: 'x', approved_on: day1 }],
    ['round', asRound(aRound('draft')), { selected_at: moment }],
    ['round', asRound(aRound('approved')), { approved_on: null, approved_by: null }],
    ['round', asRound(aRound('approved')), { approved_by: null }],
    ['round', asRound(aRound('list-sent')), { sent_at: null }],
    ['round', asRound(aRound('list-sent')), { released_to_panel: moment }],
    ['round', asRound(aRound('evaluating')), { held_at: moment }],
    ['round', asRound(aRound('evaluating')), { meeting_from: moment }],
    ['round', asRound(aRound('evaluating')), { meeting_join: 'https://teams.example/join' }],
    ['round', asRound(aRound('evaluating')), { meeting_lacks: 'lock' }],
    ['round', asRound(aRound('panel-held')), { complete_at: moment }],
    ['round', asRound(aRound('complete')), { held_at: null }],
    ['round', asRound(aRound('complete')), { state: 'closed' }],
    ['reply', asReply(aReply('asked')), { received_at: moment }],
    ['reply', asReply(aReply('received')), { received_at: null }],
    ['reply', asReply(aReply('received')), { given_at: moment }],
    ['reply', asReply(aReply('given')), { given_at: null }],
    ['case_file', asFile(aCaseFile('to-come')), { judgement: 'good' }],
    ['case_file', asFile(aCaseFile('to-come')), { worker_post: null }],
    ['case_file', asFile(aCaseFile('recorded')), { judgement: 'fair' }],
    ['case_file', asFile(aCaseFile('recorded')), { recorded_at: null }],
    ['case_file', asFile(aCaseFile('recorded')), { recording: 0 }],
    ['case_file', asFile(aCaseFile('recorded')), { confirmed_at: moment }],
    ['case_file', asFile(aCaseFile('confirmed')), { confirmed_at: null }],
    ['agency_return', asReturn(aReturn('in')), { evaluation_state: null }],
    ['agency_return', asReturn(aReturn('in')), { chronology_state: null }],
    ['agency_return', asReturn(aReturn('in')), { chronology_due: null }],
    ['agency_return', asReturn(aReturn('in')), { evaluation_at: moment }],
    ['agency_return', asReturn(aReturn('in')), { evaluation_state: 'submitted' }],
    ['agency_return', asReturn(aReturn('in')), { chronology_state: 'late' }],
    ['agency_return', asReturn(aReturn('brief')), { evaluation_due: day1 }],
    ['agency_return', asReturn(aReturn('out')), { out_since: null }],
    ['case_collation', asCollation(aCollation('open')), { sent_at: moment }],
    ['case_collation', asCollation(aCollation('sent')), { sent_at: null }],
    ['form', asForm(aForm('drafted')), { released_at: moment }],
    ['form', asForm(aForm('released')), { released_at: null }],
    ['form', asForm(aForm('drafted')), { met_on: day1 }],
    ['form', asForm(aForm('released')), { question_at: moment }],
    ['form', asForm(aForm('released')), { check_on: day1 }],
    ['form', asForm(aForm('seen')), { recorded_how: 'by-phone', recorded_at: moment }],
    ['form', asForm(aForm('drafted')), { meeting: '{"state": "held"}' }],
    ['form', asForm(aForm('seen')), { meeting: '{"state": "cancelled"}' }],
    ['form', asForm(aForm('seen')), { seen_at: null }],
    ['form', asForm(aForm('written')), { shared: null }],
    ['form', asForm(aForm('written')), { signed_at: moment }],
    ['form', asForm(aForm('signed')), { written_at: null }],
    ['form', asForm(aForm('sent-back')), { sent_back_at: null }],
    ['form', asForm(aForm('closed')), { reviewed_on: null }],
  ] as const)('in %s: %j with %j', async (table, change, columns) => {
    await before(store.running, change.kind)
    await committed(store.running, 'bea', change)
    const set = sql.join(Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))
    const spoil = rows(store.running, sql`update ${sql.table(table)} set ${set}`)
    await expect(spoil).rejects.toThrow(expect.objectContaining({ code: expect.stringMatching(/^235/) }))
  })

  const chronology = everyChronology['sent-back']
  it.each([
    ['reply_case', asReply(aReply('given')), 'answer', 'reply reply-csc: the row fits no state (given)'],
    ['case_file_words', asFile(aCaseFile('recorded')), 'good', 'fits no state (recorded)'],
    ['return_words', asReturn(aReturn('out')), 'out_reason', 'fits no state (out)'],
    ['return_words', asReturn(aReturn('brief', { chronology })), 'chronology_comment', '(brief, sent-back)'],
    ['collation_words', asCollation(aCollation('sent')), 'statement', 'fits no state (sent)'],
    ['form_words', asForm(aForm('written')), 'reflections', 'fits no state (written)'],
    ['form_words', asForm(aForm('signed')), 'lead_note', 'fits no state (signed)'],
    ['form_words', asForm(aForm('sent-back')), 'comment', 'fits no state (sent-back)'],
  ] as const)(
    'and so are words that fit none, when they are read: %s',
    async (table, change, column, says) => {
      await before(store.running, change.kind)
      await committed(store.running, 'bea', change)
      await rows(store.running, sql`update ${sql.table(table)} set ${sql.ref(column)} = null`)
      await expect(loaded(store.running, null, change)).rejects.toThrow(says)
    },
  )

  it('and so is an evaluation that was sent without its grade', async () => {
    const sent = asReturn(aReturn('in', { evaluation: everyEvaluation.submitted }))
    await before(store.running, 'return')
    await committed(store.running, 'bea', sent)
    const spoil = (columns: string) => rows(store.running, sql`update return_words set ${sql.raw(columns)}`)
    await expect(spoil('grade = null')).rejects.toThrow(expect.objectContaining({ code: '23514' }))
    await spoil(
      'grade = null, sign_name = null, sign_role = null, sign_on = null, performance = null, impact = null',
    )
    await expect(loaded(store.running, null, sent)).rejects.toThrow(
      'fits no state (in, not-started, submitted)',
    )
  })

  it('and so is a round whose method is none; its error says where, and nothing else', async () => {
    await committed(store.running, 'bea', asRound(aRound('draft')))
    await rows(store.running, sql`update round set method = jsonb_set(method, '{name}', '7')`)
    await expect(loaded(store.running, null, asRound(aRound('draft')))).rejects.toThrow(
      'round round-2: its method is none (name)',
    )
  })
})
