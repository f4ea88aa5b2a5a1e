import { momentAt } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import type { DutyFacts, DutyKindOf } from '../duties/duty.ts'
import { dueOn } from './days.ts'
import type { Owed } from './days.ts'
import type { Round } from './round.ts'

/**
 * What the partnership owes for a round: the long list sent, the cases chosen, the chronologies released. The
 * day is when the act is owed; nothing happens by itself (decisions.md 18).
 */
export function dutiesOfRound(round: Round): readonly DutyFacts[] {
  const opened = momentAt(round.start, '09:00')
  switch (round.state) {
    case 'approved':
      return duty(round, 'send-long-list', 'sendLongList', opened)
    case 'list-sent':
      return duty(round, 'select-cases', 'select', round.sentAt)
    case 'evaluating':
      if (round.releasedToQa === null) return duty(round, 'release-to-qa', 'releaseToQa', round.selectedAt)
      if (round.releasedToPanel === null)
        return duty(round, 'release-to-panel', 'releaseToPanel', round.releasedToQa)
      return []
    case 'draft':
    case 'panel-held':
    case 'complete':
      return []
  }
}

function duty(round: Round, kind: DutyKindOf<'round'>, owed: Owed, openedAt: Moment): readonly DutyFacts[] {
  const { businessManager, qaManager } = round.offices
  return [
    {
      kind,
      subject: { kind: 'round', id: round.id },
      opening: 1,
      owes: businessManager,
      owed: qaManager,
      climb: { leadPerson: businessManager, manager: null, qaManager, businessManager },
      reference: round.code,
      number: '',
      what: '',
      due: dueOn(round, owed),
      openedAt,
      chases: round.chases,
    },
  ]
}
