import { agencies, agencyOf } from '../agencies.ts'
import type { AgencyCode } from '../agencies.ts'
import { rightlyBorn } from '../details.ts'
import { leadAgency, selected, teams } from '../selection.ts'
import { step } from '../step.ts'
import type { Step } from '../step.ts'

/** When each agency confirmed the long list and said whom it knows. Probation was a day late, as was one provider. */
const answered: Readonly<Record<AgencyCode, readonly [receipt: string, involvement: string]>> = {
  csc: ['2018-05-08 10:50', '2018-05-09 11:30'],
  eh: ['2018-05-08 11:05', '2018-05-09 09:40'],
  pol: ['2018-05-08 13:20', '2018-05-09 16:10'],
  pat: ['2018-05-08 11:30', '2018-05-09 10:15'],
  pcft: ['2018-05-08 14:00', '2018-05-09 12:05'],
  gp: ['2018-05-08 13:05', '2018-05-09 13:15'],
  brw: ['2018-05-08 15:45', '2018-05-10 09:20'],
  ccg: ['2018-05-08 10:40', '2018-05-09 09:10'],
  edu: ['2018-05-08 12:10', '2018-05-09 15:40'],
  prob: ['2018-05-09 08:50', '2018-05-09 14:25'],
  yjs: ['2018-05-08 16:15', '2018-05-09 10:55'],
}

/** From the theme to the six cases and who works with each child: 16 April to 24 May 2018. */
export const choosing: readonly Step[] = [
  step('2018-04-16 10:00', 'bea', { kind: 'set-up-round' }),
  step('2018-04-17 16:30', 'bea', { kind: 'approve-theme', on: '2018-04-17' }),
  step('2018-04-18 09:20', 'bea', { kind: 'name-deputy', agency: 'edu', deputy: 'dot', from: '2018-04-18' }),
  step('2018-05-04 14:00', 'bea', { kind: 'write-long-list' }),
  step('2018-05-08 10:15', 'bea', { kind: 'send-long-list' }),
  ...agencies.flatMap(({ id, lead }) => {
    const [receipt, involvement] = answered[id]
    return [
      step(receipt, lead, { kind: 'confirm-receipt', agency: id }),
      step(involvement, lead, { kind: 'say-involvement', agency: id }),
    ]
  }),
  step('2018-05-10 15:10', 'bea', { kind: 'select-cases' }),
  step('2018-05-14 09:40', 'bea', { kind: 'book-panel-day', from: '09:30', to: '16:30' }),
  ...selected
    .filter((of) => of !== 'N-14')
    .map((of, place) =>
      step(`2018-05-15 10:${10 + 3 * place}`, agencyOf('csc').lead, {
        kind: 'name-team',
        case: of,
        ...teams[of],
      }),
    ),
  // A day late: the lead practitioner works for another organisation and had to be found first.
  step('2018-05-24 09:25', agencyOf('eh').lead, { kind: 'name-team', case: 'N-14', ...teams['N-14'] }),
  ...selected.map((of, place) =>
    step(`2018-05-24 10:${10 + 3 * place}`, agencyOf(leadAgency[of]).lead, {
      kind: 'keep-details',
      case: of,
    }),
  ),
  step('2018-05-24 11:05', 'bea', { kind: 'keep-details', case: 'N-02', born: rightlyBorn }),
]
