import { agencies, agencyOf } from '../agencies.ts'
import type { AgencyCode } from '../agencies.ts'
import { chronologies } from '../chronologies/all.ts'
import { agenciesThatKnow } from '../involvement.ts'
import { selected } from '../selection.ts'
import type { Selected } from '../selection.ts'
import { later, step } from '../step.ts'
import type { Step } from '../step.ts'

/** When an agency wrote, sent the chronology and sent the evaluation; all of its cases in one sitting. */
type Rhythm = readonly [written: string, chronology: string, evaluation: string]

const rhythm: Readonly<Partial<Record<AgencyCode, Rhythm>>> = {
  csc: ['2018-05-16 09:30', '2018-05-21 11:00', '2018-05-23 13:30'],
  eh: ['2018-05-16 13:10', '2018-05-18 10:20', '2018-05-22 15:00'],
  pol: ['2018-05-17 10:05', '2018-05-21 14:10', '2018-05-23 10:40'],
  pat: ['2018-05-15 14:20', '2018-05-18 09:15', '2018-05-21 09:40'],
  pcft: ['2018-05-16 11:15', '2018-05-18 12:30', '2018-05-21 12:40'],
  gp: ['2018-05-17 12:40', '2018-05-21 12:50', '2018-05-21 13:20'],
  brw: ['2018-05-16 15:35', '2018-05-18 14:05', '2018-05-18 15:10'],
  edu: ['2018-05-15 15:50', '2018-05-17 16:05', '2018-05-22 16:00'],
  yjs: ['2018-05-17 09:15', '2018-05-18 11:50', ''],
}

/** What was late: the practice in N-14 by two days, social care's evaluation of N-17 by one. */
const late: Readonly<Record<string, Partial<{ chronology: string; evaluation: string }>>> = {
  'N-14 gp': { chronology: '2018-05-23 12:15', evaluation: '2018-05-23 12:35' },
  'N-17 csc': { evaluation: '2018-05-24 09:50' },
}

/** Every return of one agency: written, then sent. Known briefly: entries, and nothing else. */
function returnsOf(agency: AgencyCode): readonly Step[] {
  const times = rhythm[agency]
  if (!times) return []
  const [written, chronology, evaluation] = times
  const { lead: by } = agencyOf(agency)
  return selected
    .filter((of) => chronologies[of].some((entry) => entry.agency === agency))
    .flatMap((of) => {
      const which = { case: of, agency }
      const other = late[`${of} ${agency}`]
      const sent = other?.chronology ?? chronology
      const entries = [
        step(written, by, { kind: 'write-chronology', ...which }),
        step(sent, by, { kind: 'send-part', part: 'chronology', ...which }),
      ]
      if (!agenciesThatKnow(of).includes(agency)) return entries
      return [
        ...entries,
        step(later(written, 50), by, { kind: 'write-evaluation', ...which }),
        step(other?.evaluation ?? evaluation, by, {
          kind: 'send-part',
          part: 'evaluation',
          ...which,
        }),
      ]
    })
}

/** The Designated Nurse asked the community provider once more about the handover in N-05. */
const again: readonly Step[] = [
  step('2018-05-21 10:20', 'dee', {
    kind: 'send-back',
    case: 'N-05',
    agency: 'brw',
    part: 'evaluation',
    comment: 'Please say who should have received the records, and when this was noticed.',
  }),
  step('2018-05-22 10:40', 'bri', {
    kind: 'rewrite',
    case: 'N-05',
    agency: 'brw',
    field: 'improvements',
    text:
      'There is no record that anything was handed over at school age. The school nurse should have received ' +
      'the records in September; she noticed in February that they were missing.',
  }),
  step('2018-05-22 10:45', 'bri', { kind: 'send-part', case: 'N-05', agency: 'brw', part: 'evaluation' }),
]

const sentOn: readonly Step[] = selected.map((of, place) =>
  step(later('2018-05-24 11:00', 9 * place), 'dee', { kind: 'send-on', case: of }),
)

/** What did not come through the collator is accepted when the documents are saved. */
const accepted: readonly Step[] = selected.flatMap((of, place) =>
  directly(of).flatMap((agency) =>
    (['chronology', 'evaluation'] as const).map((part) =>
      step(later('2018-05-25 10:00', 10 * place), 'bea', { kind: 'accept', case: of, agency, part }),
    ),
  ),
)

function directly(of: Selected): readonly AgencyCode[] {
  return agenciesThatKnow(of).filter((agency) => agencyOf(agency).collator === null)
}

/** From the writing to the documents saved: 15 to 25 May 2018. */
export const returns: readonly Step[] = [
  ...agencies.flatMap(({ id }) => returnsOf(id)),
  ...again,
  step('2018-05-22 10:05', 'bea', { kind: 'remind', case: 'N-14', agency: 'gp' }),
  ...sentOn,
  ...accepted,
  step('2018-05-23 16:40', 'bea', { kind: 'release', to: 'qa' }),
  step('2018-05-24 16:30', 'bea', { kind: 'release', to: 'panel' }),
]
