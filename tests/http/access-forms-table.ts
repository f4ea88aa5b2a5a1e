import type { FormDeed } from './access-rounds-bodies.ts'
import { row, rows } from './access-rounds-row.ts'
import type { Gets, RoundsRow } from './access-rounds-row.ts'
import type { Thing } from './neglect.ts'

const deed = (about: Thing, does: FormDeed, gets: Gets): RoundsRow => ({
  endpoint: 'POST /api/forms/:id/answers',
  about,
  deed: does,
  gets,
})

/** The form: Social Care's lead person, the worker, the manager, the partnership; nobody of the panel. */
const NOT_OF_FORM = 'dir sue eve cal dee gil wyn sky'
const seen = (gets: Gets): Gets => ({ ...gets, 404: NOT_OF_FORM })
/** Until it is released the worker hears nothing, and the manager only that there is one (decisions.md 20). */
const drafted = (gets: Gets): Gets => ({ ...gets, 404: `wes sam ${NOT_OF_FORM}` })
const closed = drafted
/** The close-the-loop form, deed by deed, in the states of a form. */
export const accessFormsTable: readonly RoundsRow[] = [
  row('GET /api/forms/:id', 'form drafted', { 200: 'bea quinn ada sam', 404: `wes ${NOT_OF_FORM}` }),
  row('POST /api/forms/:id/child', 'form drafted', drafted({ 200: 'bea quinn ada' })),
  deed('form drafted', 'release', drafted({ 412: 'ada', 403: 'bea quinn' })),
  deed('form drafted', 'see', drafted({ 403: 'bea quinn ada' })),
  deed('form drafted', 'write', drafted({ 403: 'bea quinn ada' })),
  deed('form drafted', 'sign', drafted({ 409: 'ada', 403: 'bea quinn' })),
  deed('form drafted', 'close', drafted({ 409: 'bea quinn', 403: 'ada' })),

  ...rows(
    ['GET /api/forms/:id', 'POST /api/forms/:id/child'],
    'form seen',
    seen({ 200: 'bea quinn ada wes sam' }),
  ),
  deed('form seen', 'release', seen({ 409: 'ada', 403: 'bea quinn wes sam' })),
  deed('form seen', 'see', seen({ 409: 'wes', 403: 'bea quinn ada sam' })),
  deed('form seen', 'write', seen({ 412: 'wes', 403: 'bea quinn ada sam' })),
  deed('form seen', 'send', seen({ 412: 'wes', 403: 'bea quinn ada sam' })),
  deed('form seen', 'sign', seen({ 409: 'ada', 403: 'bea quinn wes sam' })),
  deed('form seen', 'send-back', seen({ 409: 'bea quinn', 403: 'ada wes sam' })),
  deed('form seen', 'close', seen({ 409: 'bea quinn', 403: 'ada wes sam' })),
  deed('form seen', 'ask', seen({ 412: 'wes', 403: 'bea quinn ada sam' })),
  deed('form seen', 'explain', seen({ 409: 'ada', 403: 'bea quinn wes sam' })),
  deed('form seen', 'correct', seen({ 409: 'ada', 403: 'bea quinn wes sam' })),
  deed('form seen', 'propose-times', seen({ 412: 'ada', 403: 'bea quinn wes sam' })),
  deed('form seen', 'record-meeting', seen({ 412: 'ada', 403: 'bea quinn wes sam' })),
  deed('form seen', 'log', seen({ 412: 'ada', 403: 'bea quinn wes sam' })),
  deed('form seen', 'take-back', seen({ 409: 'wes', 403: 'bea quinn ada sam' })),
  deed('form seen', 'take-back-signature', seen({ 409: 'ada', 403: 'bea quinn wes sam' })),
  deed('form seen', 'record-for-worker', seen({ 412: 'bea quinn ada', 403: 'wes sam' })),
  row('POST /api/forms/:id/meeting', 'form seen', seen({ 409: 'wes', 403: 'bea quinn ada sam' })),
  row('POST /api/forms/:id/paper', 'form seen', seen({ 409: 'bea quinn', 403: 'ada wes sam' })),
  row('POST /api/forms/:id/word-form', 'form seen', seen({ 200: 'bea quinn ada', 403: 'wes sam' })),

  // N-02 has another worker and another manager.
  ...rows(
    ['GET /api/forms/:id', 'POST /api/forms/:id/child'],
    'form closed',
    closed({ 200: 'bea quinn ada' }),
  ),
  deed('form closed', 'sign', closed({ 409: 'ada', 403: 'bea quinn' })),
  deed('form closed', 'send-back', closed({ 409: 'bea quinn', 403: 'ada' })),
  deed('form closed', 'close', closed({ 409: 'bea quinn', 403: 'ada' })),
  deed('form closed', 'log', closed({ 409: 'ada', 403: 'bea quinn' })),
  deed('form closed', 'take-back-signature', closed({ 409: 'ada', 403: 'bea quinn' })),
  row('POST /api/forms/:id/paper', 'form closed', closed({ 200: 'bea quinn', 403: 'ada' })),
]
