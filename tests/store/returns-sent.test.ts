import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { AgencyId, PersonId, ReturnId } from '#core/ids.ts'
import type { UseCase } from '#core/ports.ts'
import { inviteContributor } from '#core/returns/invite-contributor.ts'
import { acceptPart, sendBack } from '#core/returns/judge-part.ts'
import { saveAnswer } from '#core/returns/save-answer.ts'
import { saveEntry } from '#core/returns/save-entry.ts'
import { seeCollated, seeWritten } from '#core/returns/see-written.ts'
import { sendOn } from '#core/returns/send-on.ts'
import { sendChronology, sendEvaluation } from '#core/returns/send-part.ts'
import { findActor } from '#store/people.ts'
import { viewCollation } from '#store/return-views.ts'
import { aCollation, aReturn, everyChronology, everyEvaluation } from '#tests/fixtures/a-return.ts'
import { aRound, climb, roundPosts } from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { csc, does, done, kit, openReturn, seenBy, signing, words } from '#tests/fixtures/return-acts.ts'
import { at, rows } from '#tests/fixtures/store-acts.ts'
import { asCollation, asReturn, committed, web } from '#tests/fixtures/store-rounds.ts'

/** On 6 June at 13:00 in England: the chronology was due on 21 May. */
let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())

beforeEach(async () => {
  await store.startAgain()
  await openReturn(store.running)
})

const as = <I, T, R extends string>(person: string, useCase: UseCase<I, T, R>, input: I) =>
  does(store.running, person, useCase, input)

describe('sending', () => {
  it('an empty chronology goes only with "nothing to record"; a late one is taken and says how late', async () => {
    expect(await as('ada', sendChronology, csc)).toEqual({ ok: false, reason: 'nothing-written' })
    await done(as('ada', saveAnswer, { ...csc, field: 'chronology.nothing', text: 'yes', version: 0 }))
    await done(as('ada', sendChronology, csc))
    expect((await seenBy(store.running, 'ada'))?.chronology).toMatchObject({
      words: 'Sent on 6 June at 13:00, 16 days late',
    })
    expect(await as('ada', sendChronology, csc)).toEqual({ ok: false, reason: 'was-sent' })
    expect(await as('ada', saveEntry, { ...csc, entry: null, words })).toEqual({
      ok: false,
      reason: 'was-sent',
    })
  })

  it('the evaluation goes when every document has its answer, from the version that was seen', async () => {
    expect(await as('ada', sendEvaluation, { ...csc, signing })).toEqual({
      ok: false,
      reason: 'not-complete',
    })
    await answerDocuments()
    expect(await as('ada', sendEvaluation, { ...csc, version: 1, signing })).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
    expect(await as('ada', sendEvaluation, { ...csc, version: 2, signing })).toMatchObject({
      value: { version: 3 },
    })
    expect(await seenBy(store.running, 'bea')).toMatchObject({ signOff: { ...signing, on: '2018-06-06' } })
  })

  it('a contributor writes, the lead person sends', async () => {
    await done(as('ada', inviteContributor, { ...csc, who: { person: kit } }))
    await done(as('kit', saveEntry, { ...csc, entry: null, words }))
    expect(await as('kit', sendChronology, csc)).toEqual({ ok: false, reason: 'not-yours-to-send' })
    expect(await as('ada', sendChronology, csc)).toMatchObject({ ok: true })
  })

  it('no draft is read outside its agency; what was sent is read part by part, and each view is audited', async () => {
    await done(as('ada', saveEntry, { ...csc, entry: null, words }))
    await done(as('ada', saveAnswer, { ...csc, field: 'strengths', text: 'Good.', version: 0 }))
    expect(await done(as('bea', seeWritten, csc))).toEqual({ entries: null, answers: null })
    await done(as('ada', sendChronology, csc))
    const seen = await done(as('bea', seeWritten, csc))
    expect(seen.entries).toHaveLength(1)
    expect(seen.answers).toEqual([])
    const audited = await rows(
      store.running,
      sql`select what, subject from audit_entry where actor = 'bea' and what like '%-seen'`,
    )
    expect(audited).toEqual([{ what: 'chronology-seen', subject: 'case-n-08' }])
  })
})

describe('who asked for a return', () => {
  beforeEach(async () => {
    await done(as('ada', saveEntry, { ...csc, entry: null, words }))
    await done(as('ada', sendChronology, csc))
  })

  it('sends it back with a comment: its agency owes it and writes again', async () => {
    await done(as('bea', sendBack, { ...csc, part: 'chronology', comment: 'March is missing.' }))
    expect((await seenBy(store.running, 'ada'))?.chronology).toMatchObject({
      state: 'sent-back',
      comment: 'March is missing.',
      owing: true,
    })
    expect(await done(as('bea', seeWritten, csc))).toMatchObject({ entries: null })
    expect(await as('ada', saveEntry, { ...csc, entry: null, words })).toMatchObject({ ok: true })
    expect(await as('ada', sendChronology, csc)).toMatchObject({ ok: true })
  })

  it('accepts it once; its own agency does not', async () => {
    const part = { ...csc, part: 'chronology' } as const
    expect(await as('ada', acceptPart, part)).toEqual({ ok: false, reason: 'not-yours-to-judge' })
    expect(await as('eve', acceptPart, part)).toEqual({ ok: false, reason: 'no-such-return' })
    await done(as('bea', acceptPart, part))
    expect(await as('bea', acceptPart, part)).toEqual({ ok: false, reason: 'nothing-to-judge' })
  })
})

describe('a collation', () => {
  const collation = { collation: aCollation('open').id }
  const gp = aReturn('in', {
    id: 'return-gp' as ReturnId,
    agency: 'gp' as AgencyId,
    lead: roundPosts.gp,
    owedTo: roundPosts.ccg,
    way: 'with-collator',
    climb: { ...climb, leadPerson: roundPosts.gp },
    evaluation: everyEvaluation.submitted,
  })
  const statement = 'Health saw the child weekly; nobody asked about home.'

  const viewAs = async (person: string) =>
    store.running.database.transact(web(person), async (trx) => {
      const today = day('2018-06-06')
      const actor = await findActor(trx, person as PersonId, today)
      return actor && viewCollation({ trx, actor, today, now: at('2018-06-06 13:00') }, collation.collation)
    })

  it('is refused while an agency has not sent, and says so when it is sent on without it', async () => {
    await committed(store.running, 'bea', asReturn({ ...gp, chronology: everyChronology.draft }))
    await committed(store.running, 'bea', asCollation(aCollation('open')))
    expect(await as('dee', sendOn, { ...collation, statement, anyway: false })).toEqual({
      ok: false,
      reason: 'inputs-missing',
    })
    await done(as('dee', sendOn, { ...collation, statement, anyway: true }))
    expect(await viewAs('bea')).toMatchObject({
      statement,
      without: ['GPs'],
      words: 'Sent on to the partnership on 6 June at 13:00, 13 days late',
    })
  })

  it('accepts what was sent to it, and shows it side by side', async () => {
    await committed(store.running, 'bea', asReturn({ ...gp, chronology: everyChronology.submitted }))
    await committed(store.running, 'bea', asCollation(aCollation('open')))
    expect(await done(as('dee', seeCollated, collation))).toMatchObject({
      inputs: [{ return: 'return-gp', grade: 'good', impact: 'requires-improvement' }],
    })
    await done(as('dee', sendOn, { ...collation, statement, anyway: false }))
    expect(await seenBy(store.running, 'gil', gp.id)).toMatchObject({
      chronology: { state: 'accepted' },
      evaluation: { state: 'accepted' },
    })
    expect(await viewAs('dee')).toMatchObject({ state: 'sent', without: [], may: { sendOn: false } })
    expect(await as('dee', sendOn, { ...collation, statement, anyway: false })).toEqual({
      ok: false,
      reason: 'was-sent-on',
    })
  })

  it('is the collator’s, and its agencies do not see each other in it', async () => {
    await committed(store.running, 'bea', asCollation(aCollation('open')))
    expect(await viewAs('gil')).toBeUndefined()
    expect(await as('ada', sendOn, { ...collation, statement, anyway: true })).toEqual({
      ok: false,
      reason: 'no-such-collation',
    })
    expect(await as('bea', sendOn, { ...collation, statement, anyway: true })).toEqual({
      ok: false,
      reason: 'not-yours-to-send-on',
    })
  })
})

async function answerDocuments(): Promise<void> {
  const { documents } = aRound('evaluating').method
  for (const { id } of documents)
    await done(as('ada', saveAnswer, { ...csc, field: `document.${id}`, text: 'supplied', version: 0 }))
}
