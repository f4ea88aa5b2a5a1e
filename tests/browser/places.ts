import { longList } from '#local/story/neglect/long-list.ts'
import type { TestServer } from '#tests/fixtures/a-server.ts'
import { roundToSetUp } from '#tests/http/access-rounds-bodies.ts'
import { callsTo, done } from '#tests/http/calls.ts'
import type { Call } from '#tests/http/calls.ts'
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
  const known: Readonly<Record<string, string>> = { ...things, ...asked, ...(await ofNeglect(call)) }
  return (name) => {
    const id = known[name]
    if (id === undefined) throw new Error(`there is no ${name}`)
    return id
  }
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
