import { expect, it } from 'vitest'

import { day } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import type { CaseId, FormId, IncidentId, PersonId, PostId } from '../ids.ts'
import { reportBy } from './incident.ts'
import type { Incident } from './incident.ts'
import { noteOf } from './note.ts'

const at = (on: string, time: string) => momentAt(day(on), time)
const raisedAt = at('2018-06-15', '16:40')
const incident: Incident = {
  id: 'i' as IncidentId,
  number: 'I3',
  about: { kind: 'form', id: 'f' as FormId },
  reference: 'N-08',
  withdrawn: { kind: 'holding', post: 'p' as PostId, person: 'kim' as PersonId },
  cases: ['c' as CaseId],
  since: at('2018-06-13', '00:00'),
  raisedAt,
  raisedBy: 'bea' as PersonId,
  reportBy: reportBy(raisedAt),
  happened: 'Two workers have the same name.',
  end: null,
  version: 1,
}
const today = day('2018-06-18')

it('the 72 hours are hours: over the weekend, too', () => {
  expect(reportBy(raisedAt)).toBe(at('2018-06-18', '16:40'))
})

it('the note says what could be opened, what was opened and by when to report, and names nobody', () => {
  const opened = [{ at: at('2018-06-14', '09:12'), what: 'who the child is', reference: 'N-08' }]
  const note = noteOf(incident, 'Allocated worker of N-08', opened, today)
  expect(note).toContain('Incident I3: N-08')
  expect(note).toContain('18 June at 16:40 (72 hours)')
  expect(note).toContain('Allocated worker of N-08, since 13 June at 00:00. Withdrawn on 15 June at 16:40.')
  expect(note).toContain('14 June at 09:12: who the child is, N-08')
  expect(note).toContain('Two workers have the same name.')
  expect(note).not.toContain('kim')
  expect(note).not.toContain('bea')
})

it('says that nothing was opened, and what was decided', () => {
  const end = { as: 'not-reportable', at: at('2018-06-15', '17:00'), decided: 'Nothing was seen.' } as const
  const note = noteOf({ ...incident, end }, 'x', [], today)
  expect(note).toContain('Nothing was opened, as far as the audit trail says.')
  expect(note).toContain('Not reportable, decided on 15 June at 17:00\nNothing was seen.')
})
