import type { Climb } from '../actions/action.ts'
import { momentAt } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import type { CaseFile } from '../cases/case-file.ts'
import type { DeedDone } from '../happened.ts'
import type { AgencyId, CollationId, Ids, PostId, ReturnId } from '../ids.ts'
import type { Involvement, Reply } from '../involvement/reply.ts'
import type { SampleCase } from '../involvement/selection.ts'
import { dueOn } from '../round/days.ts'
import { memberOf } from '../round/round.ts'
import type { Member, Round } from '../round/round.ts'
import type { Change } from '../subject.ts'
import type { Collation } from './collation.ts'
import type { Return } from './return.ts'

type Opening = {
  readonly round: Round
  readonly replies: readonly Reply[]
  readonly chosen: readonly { readonly of: SampleCase; readonly leadAgency: AgencyId }[]
  readonly now: Moment
  readonly ids: Ids
}

/**
 * What the choice of cases opens: a file for each case, a return of each agency that knows it or its adults, and
 * a collation of each collator whose agencies do. An agency that knows it briefly owes nothing (decisions.md 6).
 */
export function openReturns(opening: Opening): {
  readonly changes: readonly Opened[]
  readonly happened: readonly DeedDone[]
} {
  const changes = opening.chosen.flatMap((chosen) => openCase(opening, chosen))
  return { changes, happened: changes.map(openedIn) }
}

/** What is opened: each with a history of its own. */
type Opened = Extract<Change, { readonly kind: 'case' | 'return' | 'collation' }>

type Known = { readonly member: Member; readonly scope: 'in' | 'brief' }

function openCase(opening: Opening, { of, leadAgency }: Opening['chosen'][number]): readonly Opened[] {
  const { round, replies } = opening
  const known = round.members.flatMap((member): readonly Known[] => {
    const scope = SCOPES[answerOf(replies, member, of)]
    return scope === 'out' ? [] : [{ member, scope }]
  })
  const inScope = known.filter(({ scope }) => scope === 'in').map(({ member }) => member)
  const collators = new Set(inScope.flatMap((member) => collatorOf(round, member) ?? []))
  return [
    { kind: 'case', file: fileOf(opening, of, leadAgency, inScope) },
    ...known.map((each) => ({ kind: 'return', return: returnOf(opening, of, each) }) as const),
    ...[...collators].map(
      (collator) => ({ kind: 'collation', collation: collationOf(opening, of, collator) }) as const,
    ),
  ]
}

/** Adults alone are enough to have worked with the family: the return is the same. */
const SCOPES: Readonly<Record<Involvement, 'in' | 'brief' | 'out'>> = {
  known: 'in',
  'adult-only': 'in',
  'known-briefly': 'brief',
  'not-known': 'out',
}

/** An agency that did not answer is taken as one that does not know the family, until it says otherwise. */
function answerOf(replies: readonly Reply[], { agency }: Member, { id }: SampleCase): Involvement {
  const reply = replies.find((each) => each.agency === agency)
  return reply?.state === 'given' ? (reply.answers[id] ?? 'not-known') : 'not-known'
}

function collatorOf(round: Round, { collator }: Member): Member | undefined {
  return collator === null ? undefined : memberOf(round, collator)
}

function fileOf(
  { round, now }: Opening,
  of: SampleCase,
  leadAgency: AgencyId,
  inScope: readonly Member[],
): CaseFile {
  const { qaManager, chair } = round.offices
  const lead = leadOf(inScope, leadAgency)
  const members = inScope.flatMap((member) => {
    const collator = collatorOf(round, member)
    return collator ? [collator.lead, member.lead] : [member.lead]
  })
  return {
    id: of.id,
    round: round.id,
    reference: of.reference,
    leadAgency,
    lead,
    members: [...new Set(members)],
    qaManager,
    chair,
    climb: climbFrom(round, lead),
    selectedAt: now,
    nameTeamBy: dueOn(round, 'nameWorker'),
    panelDay: dueOn(round, 'panel'),
    team: null,
    panel: { state: 'to-come' },
    paused: null,
    chases: 0,
    version: 0,
  }
}

/** The lead agency knows the case: who chose it was asked for that. */
function leadOf(inScope: readonly Member[], agency: AgencyId): PostId {
  const member = inScope.find((each) => each.agency === agency)
  if (!member) throw new Error(`agency ${agency} does not know the case that it leads`)
  return member.lead
}

/** A collated agency owes both parts to its collator on one day (decisions.md 1). */
function returnOf({ round, ids }: Opening, of: SampleCase, { member, scope }: Known): Return {
  const collator = collatorOf(round, member)
  const due = (part: 'chronology' | 'evaluation') => dueOn(round, collator ? 'collatedInputs' : part)
  const evaluationDue = due('evaluation')
  const signOff = dueOn(round, 'signOff')
  const facts = {
    ...aboutCase(round, of),
    id: ids.next<ReturnId>(),
    agency: member.agency,
    lead: member.lead,
    owedTo: collator ? collator.lead : round.offices.businessManager,
    way: collator ? ('with-collator' as const) : ('direct' as const),
    contributors: [],
    climb: climbFrom(round, member.lead),
    opensAt: momentAt(dueOn(round, 'openReturns'), '09:00'),
    signOffDue: signOff < evaluationDue ? signOff : evaluationDue,
  }
  const chronology = { due: due('chronology'), opening: 1, state: 'not-started' } as const
  if (scope === 'brief') return { ...facts, scope, chronology }
  return { ...facts, scope, chronology, evaluation: { ...chronology, due: evaluationDue } }
}

/** From the day on which its agencies' inputs are due, the collator sees them (decisions.md 24). */
function collationOf({ round, ids }: Opening, of: SampleCase, collator: Member): Collation {
  return {
    ...aboutCase(round, of),
    id: ids.next<CollationId>(),
    agency: collator.agency,
    lead: collator.lead,
    owedTo: round.offices.businessManager,
    climb: climbFrom(round, collator.lead),
    opensAt: momentAt(dueOn(round, 'collatedInputs'), '09:00'),
    due: dueOn(round, 'collatorSendsOn'),
    opening: 1,
    state: 'open',
  }
}

function aboutCase(round: Round, { id, reference }: SampleCase) {
  return { round: round.id, case: id, reference, chases: 0, version: 0 } as const
}

function climbFrom({ offices: { qaManager, businessManager } }: Round, leadPerson: PostId): Climb {
  return { leadPerson, manager: null, qaManager, businessManager }
}

function openedIn(change: Opened): DeedDone {
  switch (change.kind) {
    case 'case':
      return { kind: 'done', on: { kind: 'case', id: change.file.id }, deed: 'opened-case', post: null }
    case 'return': {
      const on = { kind: 'return', id: change.return.id } as const
      return { kind: 'done', on, deed: 'opened-return', post: null }
    }
    case 'collation': {
      const on = { kind: 'collation', id: change.collation.id } as const
      return { kind: 'done', on, deed: 'opened-collation', post: null }
    }
  }
}
