import { row, rows } from './access-rounds-row.ts'
import type { RoundsRow } from './access-rounds-row.ts'

const WRITING = [
  'POST /api/returns/:id/entries/:entry',
  'POST /api/returns/:id/entries/:entry/remove',
  'POST /api/returns/:id/answers',
]
const SENDING = ['POST /api/returns/:id/chronology/send', 'POST /api/returns/:id/evaluation/send']
const READING = ['GET /api/returns/:id', 'GET /api/returns/:id/content']
const judging = (part: 'chronology' | 'evaluation') => [
  `POST /api/returns/:id/${part}/accept`,
  `POST /api/returns/:id/${part}/send-back`,
]
const CELL = ['POST /api/returns/:id/more-time', 'POST /api/returns/:id/not-involved']

/** Police write: their lead person and one contributor. */
const NOT_OF_THE_DRAFT = 'dir sue ada eve dee gil wes sam wyn'
const draft: readonly RoundsRow[] = [
  ...rows(READING, 'return draft', { 200: 'bea quinn cal sky', 404: NOT_OF_THE_DRAFT }),
  row('POST /api/returns/:id/entries', 'return draft', {
    201: 'cal sky',
    403: 'bea quinn',
    404: NOT_OF_THE_DRAFT,
  }),
  ...rows(WRITING, 'return draft', { 412: 'cal sky', 403: 'bea quinn', 404: NOT_OF_THE_DRAFT }),
  ...rows(SENDING, 'return draft', { 412: 'cal', 403: 'bea quinn sky', 404: NOT_OF_THE_DRAFT }),
  ...rows([...judging('chronology'), ...judging('evaluation')], 'return draft', {
    409: 'bea quinn',
    403: 'cal sky',
    404: NOT_OF_THE_DRAFT,
  }),
  row('POST /api/returns/:id/contributors', 'return draft', {
    201: 'cal',
    403: 'bea quinn sky',
    404: NOT_OF_THE_DRAFT,
  }),
  ...rows(CELL, 'return draft', { 412: 'bea quinn', 403: 'cal sky', 404: NOT_OF_THE_DRAFT }),
]

/** Social Care sent both parts to the partnership, which has not judged them yet. */
const NOT_OF_CARE = 'dir sue eve cal dee gil wes sam wyn sky'
const submitted: readonly RoundsRow[] = [
  ...rows(READING, 'return submitted', { 200: 'bea quinn ada', 404: NOT_OF_CARE }),
  ...rows(['POST /api/returns/:id/entries', ...WRITING, ...SENDING], 'return submitted', {
    409: 'ada',
    403: 'bea quinn',
    404: NOT_OF_CARE,
  }),
  ...rows([...judging('chronology'), ...judging('evaluation')], 'return submitted', {
    412: 'bea quinn',
    403: 'ada',
    404: NOT_OF_CARE,
  }),
  row('POST /api/returns/:id/contributors', 'return submitted', {
    412: 'ada',
    403: 'bea quinn',
    404: NOT_OF_CARE,
  }),
  ...rows(CELL, 'return submitted', { 412: 'bea quinn', 403: 'ada', 404: NOT_OF_CARE }),
]

/** The GPs sent their chronology to health's collator. */
const NOT_OF_HEALTH = 'dir sue ada eve cal wes sam wyn sky'
const collated: readonly RoundsRow[] = [
  ...rows(READING, 'return collated', { 200: 'bea quinn dee gil', 404: NOT_OF_HEALTH }),
  ...rows(['POST /api/returns/:id/entries', 'POST /api/returns/:id/chronology/send'], 'return collated', {
    409: 'gil',
    403: 'bea quinn dee',
    404: NOT_OF_HEALTH,
  }),
  ...rows(['POST /api/returns/:id/answers', 'POST /api/returns/:id/evaluation/send'], 'return collated', {
    412: 'gil',
    403: 'bea quinn dee',
    404: NOT_OF_HEALTH,
  }),
  ...rows(judging('chronology'), 'return collated', { 412: 'dee', 403: 'bea quinn gil', 404: NOT_OF_HEALTH }),
  ...rows(judging('evaluation'), 'return collated', { 409: 'dee', 403: 'bea quinn gil', 404: NOT_OF_HEALTH }),
  row('POST /api/returns/:id/contributors', 'return collated', {
    412: 'gil',
    403: 'bea quinn dee',
    404: NOT_OF_HEALTH,
  }),
  ...rows(CELL, 'return collated', { 412: 'bea quinn', 403: 'dee gil', 404: NOT_OF_HEALTH }),
]

/** Police of N-08, both parts accepted, panel day held: it can be read by those who could, and nothing else. */
const NOT_OF_POLICE = 'dir sue ada eve dee gil wes sam wyn sky'
const accepted: readonly RoundsRow[] = [
  ...rows(READING, 'return accepted', { 200: 'bea quinn cal', 404: NOT_OF_POLICE }),
  ...rows(['POST /api/returns/:id/entries', ...WRITING, ...SENDING], 'return accepted', {
    409: 'cal',
    403: 'bea quinn',
    404: NOT_OF_POLICE,
  }),
  ...rows([...judging('chronology'), ...judging('evaluation'), ...CELL], 'return accepted', {
    409: 'bea quinn',
    403: 'cal',
    404: NOT_OF_POLICE,
  }),
  row('POST /api/returns/:id/contributors', 'return accepted', {
    412: 'cal',
    403: 'bea quinn',
    404: NOT_OF_POLICE,
  }),
]

const NOT_OF_COLLATOR = 'dir sue ada eve cal gil wes sam wyn sky'
const COLLATED = ['GET /api/collations/:id', 'GET /api/collations/:id/content']
const collations: readonly RoundsRow[] = [
  ...rows(COLLATED, 'collation open', { 200: 'bea quinn dee', 404: NOT_OF_COLLATOR }),
  row('POST /api/collations/:id/send-on', 'collation open', {
    412: 'dee',
    403: 'bea quinn',
    404: NOT_OF_COLLATOR,
  }),
  ...rows(COLLATED, 'collation sent', { 200: 'bea quinn dee', 404: NOT_OF_COLLATOR }),
  row('POST /api/collations/:id/send-on', 'collation sent', {
    409: 'dee',
    403: 'bea quinn',
    404: NOT_OF_COLLATOR,
  }),
]

/** Returns from draft to accepted, and what a collator makes of them. */
export const accessReturnsTable: readonly RoundsRow[] = [
  ...draft,
  ...submitted,
  ...collated,
  ...accepted,
  ...collations,
]
