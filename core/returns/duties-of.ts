import type { DutyFacts, DutyKindOf } from '../duties/duty.ts'
import type { Collation } from './collation.ts'
import type { Part, Return } from './return.ts'

/** Whether a part is still with the agency: to be written, or sent back to it. */
export function isOwed(part: Part): boolean {
  return part.state === 'not-started' || part.state === 'draft' || part.state === 'sent-back'
}

/**
 * What an agency owes for one case: the chronology and the evaluation, each with its own day (decisions.md 1).
 * Known briefly or not involved: nothing.
 */
export function dutiesOfReturn(of: Return): readonly DutyFacts[] {
  if (of.scope !== 'in') return []
  const both = [
    ['send-chronology', of.chronology],
    ['send-evaluation', of.evaluation],
  ] as const
  return both.flatMap(([kind, part]) => (isOwed(part) ? [duty(of, kind, part)] : []))
}

function duty(of: Return, kind: DutyKindOf<'return'>, part: Part): DutyFacts {
  return {
    kind,
    subject: { kind: 'return', id: of.id },
    opening: part.opening,
    owes: of.lead,
    owed: of.owedTo,
    climb: of.climb,
    reference: of.reference,
    number: '',
    what: '',
    due: part.due,
    openedAt: part.state === 'sent-back' ? part.at : of.opensAt,
    chases: of.chases,
  }
}

/** What a collator owes the partnership for one case (OLD-117). */
export function dutiesOfCollation(of: Collation): readonly DutyFacts[] {
  if (of.state === 'sent') return []
  const { id, opening, lead: owes, owedTo: owed, climb, reference, due, opensAt: openedAt, chases } = of
  const subject = { kind: 'collation', id } as const
  return [
    {
      kind: 'send-on',
      subject,
      opening,
      owes,
      owed,
      climb,
      reference,
      number: '',
      what: '',
      due,
      openedAt,
      chases,
    },
  ]
}
