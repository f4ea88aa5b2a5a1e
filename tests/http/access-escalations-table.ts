import { EVERYBODY, row, rows } from './access-rounds-row.ts'
import type { RoundsRow } from './access-rounds-row.ts'

/** Eve raised them and Ada was asked: nobody else but the partnership sees them. */
const NOT_OF_ESCALATION = 'dir sue cal dee gil wes sam wyn sky'
const BUT_BEA = 'quinn dir sue ada eve cal dee gil wes sam wyn sky'

/** Escalations, and what the business manager fills in for them. */
export const accessEscalationsTable: readonly RoundsRow[] = [
  row('GET /api/escalations', null, { 200: EVERYBODY }),
  row('GET /api/escalation-options', null, { 200: EVERYBODY }),
  row('GET /api/in-danger', null, { 200: EVERYBODY }),
  ...['GET /api/escalation-settings', 'POST /api/escalation-settings/danger', 'POST /api/ladders'].map(
    (endpoint) => row(endpoint, null, { 200: 'bea', 403: BUT_BEA }),
  ),
  // A child in danger now: everybody is told what to do, and nothing is stored.
  row('POST /api/escalations', null, { 409: EVERYBODY }),
  ...rows(['GET /api/escalations/:id'], 'escalation waiting', {
    200: 'bea quinn ada eve',
    404: NOT_OF_ESCALATION,
  }),
  ...rows(['POST /api/escalations/:id/answers'], 'escalation waiting', {
    412: 'ada',
    403: 'bea quinn eve',
    404: NOT_OF_ESCALATION,
  }),
]
