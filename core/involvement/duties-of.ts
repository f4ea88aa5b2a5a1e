import type { DutyFacts, DutyKindOf } from '../duties/duty.ts'
import type { Reply } from './reply.ts'

/**
 * What an agency owes because of the long list: its receipt, then its involvement (OLD-95, OLD-96). Once the
 * cases were chosen, nothing: also when it never answered.
 */
export function dutiesOfReply(reply: Reply): readonly DutyFacts[] {
  if (reply.endedAt !== null) return []
  switch (reply.state) {
    case 'asked':
      return [duty(reply, 'confirm-receipt'), duty(reply, 'say-involvement')]
    case 'received':
      return [duty(reply, 'say-involvement')]
    case 'given':
      return []
  }
}

function duty(reply: Reply, kind: DutyKindOf<'reply'>): DutyFacts {
  return {
    kind,
    subject: { kind: 'reply', id: reply.id },
    opening: 1,
    owes: reply.lead,
    owed: reply.climb.businessManager,
    climb: reply.climb,
    reference: reply.code,
    number: '',
    what: '',
    due: kind === 'confirm-receipt' ? reply.receiptDue : reply.answersDue,
    openedAt: reply.askedAt,
    chases: reply.chases,
  }
}
