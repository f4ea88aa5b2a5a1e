import { dutiesOf } from '#core/actions/duties-of.ts'
import type { Calendar } from '#core/calendar/working-days.ts'
import { dutiesOfCase } from '#core/cases/duties-of.ts'
import { dutiesOfForm } from '#core/close-the-loop/duties-of.ts'
import type { DutyFacts } from '#core/duties/duty.ts'
import { dutiesOfEscalation } from '#core/escalation/duties-of.ts'
import { dutiesOfReply } from '#core/involvement/duties-of.ts'
import { concernedIn, roundOf, subjectOf } from '#core/people/concerned.ts'
import { dutiesOfCollation, dutiesOfReturn } from '#core/returns/duties-of.ts'
import { dutiesOfRound } from '#core/round/duties-of.ts'
import type { Change, Subject, SubjectKind } from '#core/subject.ts'

import { findAction, saveAction } from './actions.ts'
import { findCaseFile, saveCaseFile } from './case-files.ts'
import { isClosed } from './close-round.ts'
import { findCollation, saveCollation } from './collations.ts'
import type { Trx } from './database.ts'
import { findEscalation, saveEscalation } from './escalations.ts'
import { findForm, saveForm } from './forms.ts'
import { findReply, saveReply } from './replies.ts'
import { findReturn, saveReturn } from './returns.ts'
import { findRound, saveRound } from './rounds.ts'

/** What an aggregate owes now: nothing when its round was closed. */
export async function owedNow(trx: Trx, change: Change, calendar: Calendar): Promise<readonly DutyFacts[]> {
  return (await isOfClosedRound(trx, change)) ? [] : dutiesIn(change, calendar)
}

/** What an aggregate owes, from its facts alone. */
function dutiesIn(change: Change, calendar: Calendar): readonly DutyFacts[] {
  switch (change.kind) {
    case 'action':
      return dutiesOf(change.action, calendar)
    case 'round':
      return dutiesOfRound(change.round)
    case 'reply':
      return dutiesOfReply(change.reply)
    case 'case':
      return dutiesOfCase(change.file)
    case 'return':
      return dutiesOfReturn(change.return)
    case 'collation':
      return dutiesOfCollation(change.collation)
    case 'form':
      return dutiesOfForm(change.form, calendar)
    case 'escalation':
      return dutiesOfEscalation(change.escalation, calendar)
  }
}

/** Writes an aggregate with whom it concerns, and gives it back as saved. A version is written once. */
export async function saveChange(trx: Trx, change: Change): Promise<Change> {
  switch (change.kind) {
    case 'action': {
      // Whom an action concerns never changes.
      if (change.action.version === 0) await saveConcern(trx, change)
      return { kind: 'action', action: await saveAction(trx, change.action) }
    }
    case 'round': {
      await saveConcern(trx, change)
      return { kind: 'round', round: await saveRound(trx, change.round) }
    }
    case 'reply': {
      await saveConcern(trx, change)
      return { kind: 'reply', reply: await saveReply(trx, change.reply) }
    }
    case 'case': {
      await saveConcern(trx, change)
      return { kind: 'case', file: await saveCaseFile(trx, change.file) }
    }
    case 'return': {
      await saveConcern(trx, change)
      return { kind: 'return', return: await saveReturn(trx, change.return) }
    }
    case 'collation': {
      await saveConcern(trx, change)
      return { kind: 'collation', collation: await saveCollation(trx, change.collation) }
    }
    case 'form': {
      await saveConcern(trx, change)
      return { kind: 'form', form: await saveForm(trx, change.form) }
    }
    case 'escalation': {
      // Its raiser may say whom it concerns once it is there.
      const escalation = await saveEscalation(trx, change.escalation)
      await saveConcern(trx, change)
      return { kind: 'escalation', escalation }
    }
  }
}

/** An aggregate as a change of itself: for rebuilding what is derived from it. */
export async function findChange(trx: Trx, { kind, id }: Subject): Promise<Change | undefined> {
  switch (kind) {
    case 'action': {
      const action = await findAction(trx, id)
      return action && { kind, action }
    }
    case 'round': {
      const round = await findRound(trx, id)
      return round && { kind, round }
    }
    case 'reply': {
      const reply = await findReply(trx, id)
      return reply && { kind, reply }
    }
    case 'case': {
      const file = await findCaseFile(trx, id)
      return file && { kind, file }
    }
    case 'return': {
      const found = await findReturn(trx, id)
      return found && { kind, return: found }
    }
    case 'collation': {
      const collation = await findCollation(trx, id)
      return collation && { kind, collation }
    }
    case 'form': {
      const form = await findForm(trx, id)
      return form && { kind, form }
    }
    case 'escalation': {
      const escalation = await findEscalation(trx, id)
      return escalation && { kind, escalation }
    }
  }
}

/** The table in which each kind of aggregate stands. */
export const AGGREGATE_TABLES = {
  action: 'action',
  round: 'round',
  reply: 'reply',
  case: 'case_file',
  return: 'agency_return',
  collation: 'case_collation',
  form: 'form',
  escalation: 'escalation',
} as const satisfies Readonly<Record<SubjectKind, string>>

/** "N-08 A2 v3": the pseudonymous reference of a change, for the audit trail. */
export function referenceOf(change: Change): string {
  switch (change.kind) {
    case 'action':
      return `${change.action.reference} ${change.action.number} v${change.action.version}`
    case 'round':
      return `${change.round.code} v${change.round.version}`
    case 'reply':
      return `${change.reply.code} v${change.reply.version}`
    case 'case':
      return `${change.file.reference} v${change.file.version}`
    case 'return':
      return `${change.return.reference} v${change.return.version}`
    case 'collation':
      return `${change.collation.reference} v${change.collation.version}`
    case 'form':
      return `${change.form.reference} v${change.form.version}`
    case 'escalation':
      return `${change.escalation.number} v${change.escalation.version}`
  }
}

async function isOfClosedRound(trx: Trx, change: Change): Promise<boolean> {
  const round = roundOf(change)
  return round !== null && isClosed(trx, round)
}

/** Whom it concerns; when its round was closed that was settled then. */
async function saveConcern(trx: Trx, change: Change): Promise<void> {
  if (await isOfClosedRound(trx, change)) return
  const { id } = subjectOf(change)
  const now = concernedIn(change)
  const posts = now.map(({ post }) => post)
  await trx.deleteFrom('concern').where('subject_id', '=', id).where('post_id', 'not in', posts).execute()
  await trx
    .insertInto('concern')
    .values(now.map(({ post, own }) => ({ subject_id: id, post_id: post, own })))
    .onConflict((conflict) =>
      conflict.columns(['subject_id', 'post_id']).doUpdateSet((e) => ({ own: e.ref('excluded.own') })),
    )
    .execute()
}
