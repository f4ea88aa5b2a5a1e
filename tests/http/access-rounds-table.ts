import { accessEscalationsTable } from './access-escalations-table.ts'
import { accessFormsTable } from './access-forms-table.ts'
import { accessPeopleTable } from './access-people-table.ts'
import { accessReturnsTable } from './access-returns-table.ts'
import { EVERYBODY, row, rows } from './access-rounds-row.ts'
import type { Gets, RoundsRow } from './access-rounds-row.ts'
import type { Thing } from './neglect.ts'

/** The small rounds: Social Care, Police, the GPs and their collator; not Schools. */
const IN_SMALL = 'dir sue ada cal dee gil'
const NOT_IN_SMALL = 'eve wes sam wyn sky'
const LEADS_AND_CHAIRS = 'dir sue ada eve cal dee gil'
const TEAMS = 'wes sam wyn sky'

/** The partnership's own: refused to whom the round concerns, not there for others. */
const partnership = (status: 200 | 201 | 409 | 412): Gets => ({
  [status]: 'bea quinn',
  403: IN_SMALL,
  404: NOT_IN_SMALL,
})
const partnershipInNeglect = (status: 200 | 201 | 409 | 412): Gets => ({
  [status]: 'bea quinn',
  403: LEADS_AND_CHAIRS,
  404: TEAMS,
})
const partnershipAlone: Gets = {
  200: 'bea quinn',
  404: 'dir sue ada eve cal dee gil wes sam wyn sky',
}

const general: readonly RoundsRow[] = [
  row('GET /api/rounds', null, { 200: EVERYBODY }),
  row('GET /api/forms', null, { 200: EVERYBODY }),
  row('GET /api/set-aside', null, { 200: EVERYBODY }),
  row('GET /api/team', null, { 200: EVERYBODY }),
  row('GET /api/bank-holidays', null, { 200: EVERYBODY }),
  row('POST /api/bank-holidays', null, { 200: 'bea', 403: `quinn ${LEADS_AND_CHAIRS} ${TEAMS}` }),
  row('GET /api/school-holidays', null, { 200: EVERYBODY }),
  ...['school-holidays', 'school-holidays/read'].map((path) =>
    row(`POST /api/${path}`, null, { 200: 'bea', 403: `quinn ${LEADS_AND_CHAIRS} ${TEAMS}` }),
  ),
  row('GET /api/round-options', null, { 200: 'bea quinn', 403: `${LEADS_AND_CHAIRS} ${TEAMS}` }),
  row('GET /api/round-timetable?method=oldham-full&theme=Neglect&start=2018-09-03', null, {
    200: 'bea quinn',
    403: `${LEADS_AND_CHAIRS} ${TEAMS}`,
  }),
  row('POST /api/rounds', null, { 201: 'bea quinn', 403: `${LEADS_AND_CHAIRS} ${TEAMS}` }),
  row('GET /api/people-options', null, {
    200: 'bea quinn ada eve cal dee gil',
    403: 'dir sue wes sam wyn sky',
  }),
]

/** Lead persons and offices see a round; nobody but the partnership changes it. */
const rounds: readonly RoundsRow[] = [
  ...rows(['GET /api/rounds/:id', 'GET /api/rounds/:id/calendar'], 'round draft', {
    200: `bea quinn ${IN_SMALL}`,
    404: NOT_IN_SMALL,
  }),
  row('POST /api/rounds/:id', 'round draft', partnership(412)),
  row('POST /api/rounds/:id', 'round list-sent', partnership(409)),
  row('POST /api/rounds/:id/approval', 'round draft', partnership(412)),
  row('POST /api/rounds/:id/approval', 'round approved', partnership(409)),
  row('POST /api/rounds/:id/long-list', 'round draft', partnership(412)),
  row('POST /api/rounds/:id/long-list', 'round list-sent', partnership(409)),
  row('POST /api/rounds/:id/long-list/send', 'round draft', partnership(409)),
  row('POST /api/rounds/:id/long-list/send', 'round approved', partnership(412)),
  row('POST /api/rounds/:id/long-list/send', 'round list-sent', partnership(409)),
  row('POST /api/rounds/:id/copy', 'round approved', partnership(201)),
  row('GET /api/rounds/:id/choice', 'round list-sent', partnership(200)),
  row('POST /api/rounds/:id/choice', 'round approved', partnership(409)),
  row('POST /api/rounds/:id/choice', 'round list-sent', partnership(412)),
  row('POST /api/rounds/:id/choice', 'round evaluating', partnership(409)),
  ...rows(['GET /api/rounds/:id', 'GET /api/rounds/:id/calendar'], 'round evaluating', {
    200: `bea quinn ${IN_SMALL}`,
    404: NOT_IN_SMALL,
  }),
  ...rows(['GET /api/rounds/:id', 'GET /api/rounds/:id/calendar'], 'round panel-held', {
    200: `bea quinn ${LEADS_AND_CHAIRS}`,
    404: TEAMS,
  }),
]

/** Who the children are: the partnership; lead persons from their receipt until cases are chosen. */
const longList: readonly RoundsRow[] = [
  row('GET /api/rounds/:id/long-list', 'round draft', partnershipAlone),
  row('GET /api/rounds/:id/long-list', 'round approved', partnershipAlone),
  row('GET /api/rounds/:id/long-list', 'round list-sent', {
    200: 'bea quinn ada cal',
    409: 'dee gil',
    404: `dir sue ${NOT_IN_SMALL}`,
  }),
  row('GET /api/rounds/:id/long-list', 'round evaluating', partnershipAlone),
  row('GET /api/rounds/:id/long-list', 'round panel-held', partnershipAlone),
]

/** An agency's reply: its lead person answers it, the partnership reads it. */
const reply = (about: Thing, lead: string, receipt: 409 | 412, answers: 409 | 412): readonly RoundsRow[] => {
  const others = EVERYBODY.split(' ')
    .filter((who) => !['bea', 'quinn', lead].includes(who))
    .join(' ')
  return [
    row('GET /api/involvement/:id', about, { 200: `bea quinn ${lead}`, 404: others }),
    row('POST /api/involvement/:id/receipt', about, { [receipt]: lead, 403: 'bea quinn', 404: others }),
    row('POST /api/involvement/:id/answers', about, { [answers]: lead, 403: 'bea quinn', 404: others }),
  ]
}

const involvement: readonly RoundsRow[] = [
  ...reply('reply asked', 'gil', 412, 409),
  ...reply('reply received', 'cal', 409, 412),
  ...reply('reply given', 'ada', 409, 412),
  ...reply('reply ended', 'cal', 409, 409),
]

/** The grid is the partnership's, the pack the offices'; chronologies wait for their release. */
const manage: readonly RoundsRow[] = [
  row('GET /api/rounds/:id/grid', 'round evaluating', partnershipAlone),
  row('GET /api/rounds/:id/grid', 'round panel-held', partnershipAlone),
  row('POST /api/rounds/:id/grid/remind', 'round evaluating', partnership(200)),
  row('POST /api/rounds/:id/grid/remind', 'round panel-held', partnershipInNeglect(409)),
  row('POST /api/rounds/:id/release', 'round list-sent', partnership(409)),
  row('POST /api/rounds/:id/release', 'round evaluating', partnership(412)),
  row('POST /api/rounds/:id/release', 'round panel-held', partnershipInNeglect(409)),
  row('POST /api/rounds/:id/close', 'round evaluating', partnership(409)),
  row('POST /api/rounds/:id/close', 'round panel-held', partnershipInNeglect(412)),
  row('GET /api/rounds/:id/pack', 'round panel-held', {
    200: 'bea quinn dir sue',
    404: 'ada eve cal dee gil wes sam wyn sky',
  }),
  row('POST /api/rounds/:id/tracker/paper', 'round panel-held', partnershipAlone),
  row('POST /api/rounds/:id/actions/paper', 'round panel-held', partnershipAlone),
  row('GET /api/cases/:id/chronology', 'case evaluating', {
    200: 'bea',
    403: 'quinn dir ada cal dee gil',
    404: 'sue eve wes sam wyn sky',
  }),
  row('POST /api/cases/:id/chronology/paper', 'case evaluating', {
    200: 'bea',
    403: 'quinn dir ada cal dee gil',
    404: 'sue eve wes sam wyn sky',
  }),
  row('GET /api/cases/:id/chronology', 'case panel-held', {
    200: 'bea quinn dir ada eve cal dee gil',
    404: 'sue wes sam wyn sky',
  }),
  row('POST /api/cases/:id/chronology/paper', 'case panel-held', {
    200: 'bea quinn',
    403: 'dir ada eve cal dee gil',
    404: 'sue wes sam wyn sky',
  }),
]

/** Cases and panel day: the panel of the case, its chair, the partnership. */
const NOT_ON_SMALL = 'sue eve wes sam wyn sky'
const NOT_ON_N08 = 'sue wes sam wyn sky'
const cases: readonly RoundsRow[] = [
  ...rows(['GET /api/cases/:id', 'POST /api/cases/:id/child'], 'case evaluating', {
    200: 'bea quinn dir ada cal dee gil',
    404: NOT_ON_SMALL,
  }),
  ...rows(['GET /api/cases/:id', 'POST /api/cases/:id/child'], 'case panel-held', {
    200: 'bea quinn dir ada eve cal dee gil',
    404: NOT_ON_N08,
  }),
  row('POST /api/cases/:id/team', 'case evaluating', {
    412: 'bea quinn ada',
    403: 'dir cal dee gil',
    404: NOT_ON_SMALL,
  }),
  row('POST /api/cases/:id/team', 'case panel-held', {
    412: 'bea quinn ada',
    403: 'dir eve cal dee gil',
    404: NOT_ON_N08,
  }),
  row('POST /api/cases/:id/details', 'case evaluating', {
    412: 'bea quinn ada',
    403: 'dir cal dee gil',
    404: NOT_ON_SMALL,
  }),
  row('POST /api/cases/:id/details', 'case panel-held', {
    412: 'bea quinn ada',
    403: 'dir eve cal dee gil',
    404: NOT_ON_N08,
  }),
  ...rows(['POST /api/cases/:id/pause', 'POST /api/cases/:id/resume'], 'case evaluating', {
    412: 'bea quinn',
    403: 'dir ada cal dee gil',
    404: NOT_ON_SMALL,
  }),
  ...rows(['POST /api/cases/:id/pause', 'POST /api/cases/:id/resume'], 'case panel-held', {
    412: 'bea quinn',
    403: 'dir ada eve cal dee gil',
    404: NOT_ON_N08,
  }),
  row('POST /api/cases/:id/panel', 'case evaluating', {
    412: 'bea quinn',
    403: 'dir ada cal dee gil',
    404: NOT_ON_SMALL,
  }),
  row('POST /api/cases/:id/panel', 'case panel-held', {
    409: 'bea quinn',
    403: 'dir ada eve cal dee gil',
    404: NOT_ON_N08,
  }),
  row('POST /api/cases/:id/panel/confirm', 'case evaluating', {
    412: 'dir',
    403: 'bea quinn ada cal dee gil',
    404: NOT_ON_SMALL,
  }),
  row('POST /api/cases/:id/panel/confirm', 'case panel-held', {
    409: 'dir',
    403: 'bea quinn ada eve cal dee gil',
    404: NOT_ON_N08,
  }),
  row('GET /api/rounds/:id/panel', 'round list-sent', { 404: EVERYBODY }),
  row('GET /api/rounds/:id/panel', 'round evaluating', {
    200: 'bea quinn dir ada cal dee gil',
    404: NOT_ON_SMALL,
  }),
  row('GET /api/rounds/:id/panel', 'round panel-held', {
    200: 'bea quinn dir ada eve cal dee gil',
    404: NOT_ON_N08,
  }),
  row('POST /api/rounds/:id/panel/meeting', 'round list-sent', partnership(409)),
  row('POST /api/rounds/:id/panel/meeting', 'round evaluating', partnership(412)),
  row('POST /api/rounds/:id/panel/meeting', 'round panel-held', partnershipInNeglect(409)),
  row('POST /api/rounds/:id/panel/meeting/call-off', 'round list-sent', partnership(409)),
  row('POST /api/rounds/:id/panel/meeting/call-off', 'round evaluating', partnership(412)),
  row('POST /api/rounds/:id/panel/meeting/call-off', 'round panel-held', partnershipInNeglect(409)),
  row('POST /api/rounds/:id/panel/close', 'round evaluating', {
    412: 'bea quinn dir',
    403: 'sue ada cal dee gil',
    404: NOT_IN_SMALL,
  }),
  row('POST /api/rounds/:id/panel/close', 'round panel-held', {
    409: 'bea quinn dir',
    403: 'sue ada eve cal dee gil',
    404: TEAMS,
  }),
]

/** Who may do what in which state, written by hand beside the rulebook: the neglect round and the small ones. */
export const accessRoundsTable: readonly RoundsRow[] = [
  ...general,
  ...accessPeopleTable,
  ...rounds,
  ...longList,
  ...involvement,
  ...accessReturnsTable,
  ...manage,
  ...cases,
  ...accessFormsTable,
  ...accessEscalationsTable,
]
