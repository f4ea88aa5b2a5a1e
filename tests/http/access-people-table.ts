import { EVERYBODY, row, rows } from './access-rounds-row.ts'
import type { RoundsRow } from './access-rounds-row.ts'

/** Who fills the post of the worker of N-08: Social Care's lead person and the partnership; nobody else sees it. */
const NOT_THEIRS = 'dir sue eve cal dee gil wes sam wyn sky'
const NO_LEADS = 'dir sue wes sam wyn sky'
const NOT_PARTNERSHIP = 'dir sue ada eve cal dee gil wes sam wyn sky'

/** Who holds which post, what somebody leaves behind, and what is found. */
export const accessPeopleTable: readonly RoundsRow[] = [
  row('GET /api/find?q=N-08', null, { 200: EVERYBODY }),
  row('GET /api/taken-over', null, { 200: EVERYBODY }),
  row('GET /api/people', null, { 200: 'bea quinn ada eve cal dee gil', 403: NO_LEADS }),
  row('GET /api/posts/:id', 'post worker', { 200: 'bea quinn ada', 404: NOT_THEIRS }),
  ...rows(
    ['POST /api/posts/:id/holder', 'POST /api/posts/:id/deputy', 'POST /api/posts/:id/end'],
    'post worker',
    { 412: 'bea quinn ada', 404: NOT_THEIRS },
  ),
  row('GET /api/posts/:id', 'post qa', { 200: 'bea quinn', 404: NOT_PARTNERSHIP }),
  ...rows(
    ['POST /api/posts/:id/holder', 'POST /api/posts/:id/deputy', 'POST /api/posts/:id/end'],
    'post qa',
    { 412: 'bea quinn', 404: NOT_PARTNERSHIP },
  ),
  row('GET /api/people/:id/leaving', 'person worker', { 200: 'bea quinn', 404: NOT_PARTNERSHIP }),
  row('POST /api/people/:id/hand-over', 'person worker', { 412: 'bea quinn', 403: NOT_PARTNERSHIP }),
  row('GET /api/people/:id/access', 'person worker', { 200: 'bea quinn', 404: NOT_PARTNERSHIP }),
  ...rows(
    ['POST /api/people/:id/invitation', 'POST /api/people/:id/account', 'POST /api/people/:id/guest'],
    'person worker',
    { 409: 'bea quinn', 404: NOT_PARTNERSHIP },
  ),
  row('GET /api/settings', null, { 200: EVERYBODY }),
  row('POST /api/settings', null, { 412: EVERYBODY }),
  row('GET /api/people/:id/away', 'person worker', {
    200: 'bea quinn wes',
    404: NOT_PARTNERSHIP.replace(' wes', ''),
  }),
  row('POST /api/people/:id/away', 'person worker', {
    412: 'bea quinn wes',
    404: NOT_PARTNERSHIP.replace(' wes', ''),
  }),
  row('GET /api/prompt-policy', null, { 200: 'bea', 403: `quinn ${NOT_PARTNERSHIP}` }),
  row('POST /api/prompt-policy', null, { 412: 'bea', 403: `quinn ${NOT_PARTNERSHIP}` }),
  row('POST /api/prompt-policy/forecast', null, { 200: 'bea', 403: `quinn ${NOT_PARTNERSHIP}` }),
  row('GET /api/undelivered', null, { 200: 'bea quinn', 403: NOT_PARTNERSHIP }),
  row('POST /api/undelivered/:id/again', 'return draft', { 409: 'bea quinn', 403: NOT_PARTNERSHIP }),
  row('GET /api/incidents', null, { 200: 'bea quinn', 403: NOT_PARTNERSHIP }),
  row('POST /api/incidents', null, { 201: 'bea quinn', 403: NOT_PARTNERSHIP }),
  row('GET /api/incidents/about/:id', 'return draft', { 200: 'bea quinn', 404: NOT_PARTNERSHIP }),
  row('GET /api/incidents/:id', 'incident', { 200: 'bea quinn', 404: NOT_PARTNERSHIP }),
  row('POST /api/incidents/:id/end', 'incident', { 412: 'bea quinn', 404: NOT_PARTNERSHIP }),
  row('GET /api/team/:id', 'person worker', {
    200: 'bea quinn ada sam',
    404: 'dir sue eve cal dee gil wes wyn sky',
  }),
  row('POST /api/team/:id/talks', 'person worker', {
    201: 'sam',
    403: 'bea quinn ada',
    404: 'dir sue eve cal dee gil wes wyn sky',
  }),
  row('GET /api/talks', null, { 200: EVERYBODY }),
  row('GET /api/monitor', null, { 200: 'bea quinn sue', 403: 'dir ada eve cal dee gil wes sam wyn sky' }),
  row('GET /api/agency', null, { 200: 'ada eve cal dee gil', 403: 'bea quinn dir sue wes sam wyn sky' }),
  row('GET /api/set-up', null, { 200: 'bea', 403: `quinn ${NOT_PARTNERSHIP}` }),
  ...['partnership', 'calendar', 'ready'].map((step) =>
    row(`POST /api/set-up/${step}`, null, { 412: 'bea', 403: `quinn ${NOT_PARTNERSHIP}` }),
  ),
  row('POST /api/set-up/agencies', null, { 200: 'bea', 403: `quinn ${NOT_PARTNERSHIP}` }),
  // In the example the partnership has been set up long ago.
  row('POST /api/set-up/agencies/:id/remove', 'person worker', {
    409: 'bea',
    403: `quinn ${NOT_PARTNERSHIP}`,
  }),
  row('POST /api/set-up/people', null, { 409: 'bea', 403: `quinn ${NOT_PARTNERSHIP}` }),
  row('POST /api/representatives', null, { 409: 'bea quinn', 403: NOT_PARTNERSHIP }),
]
