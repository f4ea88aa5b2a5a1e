import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import { longList } from '#local/story/neglect/long-list.ts'
import type { TestServer } from '#tests/fixtures/a-server.ts'
import { roundToSetUp } from '#tests/http/access-rounds-bodies.ts'
import { callsTo, done } from '#tests/http/calls.ts'
import type { Anyone, Call } from '#tests/http/calls.ts'
import { inGrid, smallRounds } from '#tests/http/small-rounds.ts'
import type { Grid } from '#tests/http/small-rounds.ts'

/** What the addresses of screens are about, by name: "return draft", "case N-08", "round neglect". */
export type Places = (name: string) => string

type Found = { readonly id: string; readonly code?: string; readonly reference?: string }

/** The neglect round of the example, and beside it rounds in each earlier state, made through the API. */
export async function placesOf(server: TestServer): Promise<Places> {
  const call = callsTo(server)
  const { things } = await smallRounds(call)
  const asked = await fullList(call)
  const neglect = await ofNeglect(call)
  const known: Readonly<Record<string, string>> = {
    ...things,
    ...asked,
    ...neglect,
    ...(await peopleMoved(call)),
    'incident open': await releasedWrongly(call, things['round evaluating']),
  }
  await besideForms(call, neglect)
  return (name) => {
    const id = known[name]
    if (id === undefined) throw new Error(`there is no ${name}`)
    return id
  }
}

/** The lead person of Probation went, and Youth Justice's holds that post, too. */
async function peopleMoved(call: Call) {
  type Held = { readonly id: string; readonly holder: { readonly person: string } | null }
  const { posts } = await done<{ posts: readonly Held[] }>(call, 'bea', '/api/people')
  const heldBy = (who: string): string => posts.find(({ holder }) => holder?.person === who)?.id ?? ''
  await done(call, 'bea', '/api/people/ros/hand-over', {
    from: '2018-06-18',
    to: { person: 'yas' },
    others: [],
    posts: [heldBy('ros')],
  })
  const byMail = { name: 'Pia Deputy-Test', mail: 'pia@example.org', jobTitle: 'Officer', road: 'mail' }
  const post = heldBy('yas')
  await done(call, 'bea', `/api/posts/${post}/deputy`, { who: byMail, from: '2018-06-18' })
  type Seat = { readonly deputies: readonly { readonly person: string }[] }
  const { deputies } = await done<Seat>(call, 'bea', `/api/posts/${post}`)
  const known = deputies[0]?.person ?? ''
  const other = { ...byMail, name: 'Ivo Invited-Test', mail: 'ivo@example.org' }
  await done(call, 'bea', `/api/posts/${post}/deputy`, { who: other, from: '2018-06-18' })
  const after = await done<Seat>(call, 'bea', `/api/posts/${post}`)
  const invited = after.deputies.find(({ person }) => person !== known)?.person ?? ''
  await done(call, 'bea', `/api/people/${invited}/invitation`, { agency: null, byMail: true })
  return { 'post of ada': heldBy('ada'), 'person by mail': known, 'person invited': invited }
}

/** The chronologies went to the QA manager too early: taken back, and written down. */
async function releasedWrongly(call: Call, round: string): Promise<string> {
  await done(call, 'bea', `/api/rounds/${round}/release`, { to: 'qa' })
  const { id } = await done<Found>(call, 'bea', '/api/incidents', {
    about: round,
    what: { kind: 'release', to: 'qa' },
    happened: 'Two chronologies still named the wrong agency.',
  })
  return id
}

/**
 * What goes on beside the forms: N-05's part was given by phone; N-08 has times for its meeting, and a log; of N-17
 * the meeting is booked, and its worker asks.
 */
async function besideForms(call: Call, forms: Readonly<Record<string, string | undefined>>): Promise<void> {
  const say = async (who: Anyone, reference: string, body: object): Promise<void> =>
    done(call, who, `/api/forms/${forms[`form ${reference}`]}/answers`, body)
  const slots = [
    { on: '2018-06-19', from: '10:00', to: '10:45' },
    { on: '2018-06-20', from: '14:00', to: '14:45' },
  ]
  await say('ada', 'N-05', {
    deed: 'record-for-worker',
    how: 'by-phone',
    metOn: '2018-06-14',
    present: 'Worker and manager of N-05.',
    background: 'Who tells the school what was decided.',
    reflections: 'The school should hear of it the same day.',
    learning: 'Ring back before the day ends.',
  })
  await say('ada', 'N-08', { deed: 'propose-times', slots })
  await say('ada', 'N-08', { deed: 'log', what: 'told', on: '2018-06-11', text: 'Told by phone.' })
  await say('ada', 'N-17', { deed: 'propose-times', slots })
  const from = momentAt(day('2018-06-19'), '10:00')
  await done(call, 'willa', `/api/forms/${forms['form N-17']}/meeting`, { from })
  await say('willa', 'N-17', { deed: 'ask', about: 'not-right', text: 'Which of the two visits is meant?' })
}

/** A round whose twenty cases were sent: two agencies have answered, one has it, one has not. */
async function fullList(call: Call) {
  const { id } = await done<Found>(call, 'bea', '/api/rounds', roundToSetUp('Twenty cases'))
  const cases = longList.map(({ name, born, threshold, adults }) => ({ name, born, threshold, adults }))
  await done(call, 'bea', `/api/rounds/${id}/long-list`, { cases })
  await done(call, 'bea', `/api/rounds/${id}/approval`, { by: 'The subgroup', on: '2018-05-28' })
  await done(call, 'bea', `/api/rounds/${id}/long-list/send`, { reason: '' })
  const grid = await done<Grid>(call, 'bea', `/api/rounds/${id}/grid`)
  const of = (agency: string): string => inGrid(grid, null, agency, 'reply')
  const choice = await done<{ cases: readonly Found[] }>(call, 'bea', `/api/rounds/${id}/choice`)
  for (const [who, agency, each] of [
    ['ada', 'csc', 1],
    ['cal', 'pol', 3],
  ] as const) {
    await done(call, who, `/api/involvement/${of(agency)}/receipt`, {})
    const answers = choice.cases.map(({ id: of }, place) => [of, place % each === 0 ? 'known' : 'not-known'])
    await done(call, who, `/api/involvement/${of(agency)}/answers`, { answers: Object.fromEntries(answers) })
  }
  await done(call, 'gil', `/api/involvement/${of('gp')}/receipt`, {})
  return { 'round asked': id, 'reply of twenty': of('gp'), 'reply not confirmed': of('ccg') }
}

async function ofNeglect(call: Call) {
  const { items } = await done<{ items: readonly Found[] }>(call, 'bea', '/api/rounds')
  const round = items.find(({ code }) => code === 'N-2018-2')?.id ?? ''
  const grid = await done<Grid>(call, 'bea', `/api/rounds/${round}/grid`)
  const forms = await done<{ items: readonly Found[] }>(call, 'bea', `/api/forms?round=${round}`)
  return {
    'round neglect': round,
    'return accepted': inGrid(grid, 'N-08', 'pol', 'return'),
    'collation sent': inGrid(grid, 'N-08', 'ccg', 'collation'),
    ...Object.fromEntries(grid.rows.map(({ reference, case: id }) => [`case ${reference}`, id ?? ''])),
    ...Object.fromEntries(forms.items.map(({ reference, id }) => [`form ${reference}`, id])),
  }
}
