import { aMember, anEntry, aSampleOf, roundToSetUp, signing } from './access-rounds-bodies.ts'
import { done } from './calls.ts'
import type { Call } from './calls.ts'

export type Row = { readonly id: string; readonly state: string }
export type Grid = {
  readonly rows: readonly {
    readonly case: string | null
    readonly reference: string
    readonly cells: readonly {
      readonly agency: string
      readonly items: readonly { readonly subject: { readonly kind: string; readonly id: string } }[]
    }[]
  }[]
}

type Saved = { readonly id: string }

/** Small rounds in each state before the neglect round's: everything is done through the API by whose it is. */
export async function smallRounds(call: Call) {
  const setUp = async (theme: string): Promise<string> => {
    const { id } = await done<Saved>(call, 'bea', '/api/rounds', roundToSetUp(theme))
    await done(call, 'bea', `/api/rounds/${id}/long-list`, { cases: aSampleOf(theme) })
    return id
  }
  const approved = async (theme: string): Promise<string> => {
    const id = await setUp(theme)
    const approval = { by: 'Audit and Scrutiny subgroup', on: '2018-05-28' }
    await done(call, 'bea', `/api/rounds/${id}/approval`, approval)
    return id
  }
  const sent = async (theme: string): Promise<string> => {
    const id = await approved(theme)
    await done(call, 'bea', `/api/rounds/${id}/long-list/send`, { reason: 'A small round.' })
    return id
  }
  const listSent = await sent('List sent')
  const replies = await repliesIn(call, listSent)
  await done(call, 'ada', `/api/involvement/${replies.ada}/receipt`, {})
  await done(call, 'cal', `/api/involvement/${replies.cal}/receipt`, {})
  const listed = await casesOf(call, listSent)
  await done(call, 'ada', `/api/involvement/${replies.ada}/answers`, { answers: allAre(listed, 'known') })

  const evaluating = await chosen(call, await sent('Evaluating'))
  const written = await writtenIn(call, evaluating.round, evaluating.reference)
  const held = await chosen(call, await sent('Panel held'))
  return {
    entry: written.entry,
    listed,
    things: {
      'round draft': await setUp('Draft'),
      'round approved': await approved('Approved'),
      'round list-sent': listSent,
      'round evaluating': evaluating.round,
      'reply asked': replies.gil,
      'reply received': replies.cal,
      'reply given': replies.ada,
      'reply ended': evaluating.replies.cal,
      'case evaluating': evaluating.case,
      'return draft': written.draft,
      'return submitted': written.submitted,
      'return collated': written.collated,
      'collation open': written.collation,
      'form drafted': await formIn(call, held.round, held.case),
      ...(await escalationsIn(call)),
    },
  }
}

async function casesOf(call: Call, round: string): Promise<readonly string[]> {
  const { cases } = await done<{ cases: readonly Saved[] }>(call, 'bea', `/api/rounds/${round}/choice`)
  return cases.map(({ id }) => id)
}

/** The replies of a round whose list was sent, by the lead person who owes them. */
async function repliesIn(call: Call, round: string) {
  const grid = await done<Grid>(call, 'bea', `/api/rounds/${round}/grid`)
  const of = (agency: string): string => inGrid(grid, null, agency, 'reply')
  return { ada: of('csc'), cal: of('pol'), gil: of('gp'), dee: of('ccg') }
}

/** All agencies know the one case, but for the collator, who sees no families; then it is chosen. */
async function chosen(call: Call, round: string) {
  const replies = await repliesIn(call, round)
  const [id = ''] = await casesOf(call, round)
  for (const who of ['ada', 'cal', 'gil', 'dee'] as const) {
    await done(call, who, `/api/involvement/${replies[who]}/receipt`, {})
    const answers = allAre(await casesOf(call, round), who === 'dee' ? 'not-known' : 'known')
    await done(call, who, `/api/involvement/${replies[who]}/answers`, { answers })
  }
  const choice = { cases: [{ case: id, leadAgency: aMember('ada').agency }], reason: 'A small round.' }
  await done(call, 'bea', `/api/rounds/${round}/choice`, choice)
  const { reference } = await done<{ reference: string }>(call, 'bea', `/api/cases/${id}`)
  return { round, replies, case: id, reference }
}

/** Police begin to write, with a contributor; the GPs send their chronology, Social Care both its parts. */
async function writtenIn(call: Call, round: string, reference: string) {
  const grid = await done<Grid>(call, 'bea', `/api/rounds/${round}/grid`)
  const of = (agency: string): string => inGrid(grid, reference, agency, 'return')
  const draft = of('pol')
  const sky = { name: 'Sky Manager-Test', mail: 'sky@example.org', jobTitle: 'Manager' }
  await done(call, 'cal', `/api/returns/${draft}/contributors`, sky)
  const { entry } = await done<{ entry: string }>(call, 'cal', `/api/returns/${draft}/entries`, anEntry)
  for (const [who, agency] of [
    ['ada', 'csc'],
    ['gil', 'gp'],
  ] as const) {
    await done(call, who, `/api/returns/${of(agency)}/entries`, { ...anEntry, event: 'A call.' })
    await done(call, who, `/api/returns/${of(agency)}/chronology/send`, {})
  }
  await evaluated(call, of('csc'))
  const collation = inGrid(grid, reference, 'ccg', 'collation')
  return { draft, entry, submitted: of('csc'), collated: of('gp'), collation }
}

/** Social Care has all documents, and signs off. */
async function evaluated(call: Call, id: string): Promise<void> {
  const { documents } = await done<{ documents: readonly { id: string }[] }>(
    call,
    'ada',
    `/api/returns/${id}`,
  )
  for (const { id: document } of documents) {
    const answer = { field: `document.${document}`, text: 'supplied' }
    await done(call, 'ada', `/api/returns/${id}/answers`, answer)
  }
  await done(call, 'ada', `/api/returns/${id}/evaluation/send`, signing)
}

/** Panel day is held and closed: the form that it drafts is Wes's, and he has not been told. */
async function formIn(call: Call, round: string, id: string): Promise<string> {
  const team = { worker: { person: 'wes' }, manager: { person: 'sam' }, team: 'Team north' }
  await done(call, 'ada', `/api/cases/${id}/team`, team)
  const panel = { grades: [], judgement: 'inadequate', good: 'The school rang at once.' }
  await done(call, 'quinn', `/api/cases/${id}/panel`, panel)
  await done(call, 'dir', `/api/cases/${id}/panel/confirm`, {})
  await done(call, 'dir', `/api/rounds/${round}/panel/close`, {})
  const { items } = await done<{ items: readonly Row[] }>(call, 'bea', `/api/forms?round=${round}`)
  return items[0]?.id ?? ''
}

/** Eve asks Ada about N-08: once without an answer, once with a promise that is late. */
async function escalationsIn(call: Call) {
  type Named = { readonly id: string; readonly name: string }
  const options = await done<{ mine: readonly Named[]; others: readonly Named[] }>(
    call,
    'eve',
    '/api/escalation-options',
  )
  const concern = {
    danger: false,
    about: 'action',
    reference: 'N-08',
    raiser: options.mine[0]?.id,
    addressee: options.others.find(({ name }) => name.includes('Ada Lead-Test'))?.id,
    interimSafety: 'The school sees the child each morning.',
  }
  const raise = async (words: string): Promise<string> => {
    const { id } = await done<Saved>(call, 'eve', '/api/escalations', { ...concern, concern: words })
    return id
  }
  const promised = await raise('Nobody has come, though it was agreed.')
  const promise = { deed: 'promise', what: 'Visit at home.', who: 'The duty worker', by: '2018-06-18' }
  await done(call, 'ada', `/api/escalations/${promised}/answers`, promise)
  return {
    'escalation waiting': await raise('Nobody has rung back since the second contact.'),
    'escalation promised': promised,
  }
}

function allAre(cases: readonly string[], answer: string): Readonly<Record<string, string>> {
  return Object.fromEntries(cases.map((id) => [id, answer]))
}

/** The first thing of a kind in a cell of the grid. */
export function inGrid({ rows }: Grid, reference: string | null, agency: string, kind: string): string {
  const row = rows.find((each) => (reference === null ? each.case === null : each.reference === reference))
  const cell = row?.cells.find((each) => each.agency === agency)
  const found = cell?.items.find(({ subject }) => subject.kind === kind)
  if (!found) throw new Error(`no ${kind} of ${agency} in ${reference}: ${JSON.stringify(rows)}`)
  return found.subject.id
}
