import type { Day } from '../../calendar/day.ts'
import type { Calendar } from '../../calendar/working-days.ts'
import type { CaseId, CollationId, FormId, PostId, ReplyId, ReturnId, RoundId } from '../../ids.ts'
import { roundOf, subjectOf } from '../../people/concerned.ts'
import { may } from '../../people/may.ts'
import type { Deps, Outcome, Reads } from '../../ports.ts'
import { ok, refused } from '../../result.ts'
import type { Change } from '../../subject.ts'
import type { ChosenCell } from './commands.ts'
import { caseItems, collationItems, formItems, replyItems, returnItems } from './items.ts'
import type { GridItem } from './items.ts'

export type RemindRefused = 'no-such-round' | 'not-yours-to-chase' | 'nothing-to-chase'

type Input = { readonly round: RoundId; readonly cells: readonly ChosenCell[] }

/**
 * Reminds at once the lead persons of the chosen cells; what was answered meanwhile, or is of a case that rests, is
 * passed over. Each person
 * gets one message with all of theirs.
 */
export async function remindCells(
  { reads, actor, today, calendar }: Deps,
  { round: id, cells }: Input,
): Outcome<{ readonly reminded: number; readonly people: number }, RemindRefused> {
  const round = await reads.round(id)
  if (!round || !may.seeRound(actor, round)) return refused('no-such-round')
  if (!may.manageCells(actor)) return refused('not-yours-to-chase')
  const paused = await reads.paused()
  const changes: Change[] = []
  const posts: PostId[] = []
  for (const cell of distinct(cells)) {
    const found = await load(reads, cell)
    if (!found || roundOf(found) !== id || paused.has(referenceOf(found))) continue
    const owing = itemsIn(found, today, calendar).flatMap(({ owes }) => (owes ? [owes.post] : []))
    if (owing.length === 0) continue
    posts.push(...owing)
    changes.push(chased(found))
  }
  if (changes.length === 0) return refused('nothing-to-chase')
  return ok({
    value: { reminded: changes.length, people: await reads.holders([...new Set(posts)]) },
    changes,
    happened: changes.map((change) => ({ kind: 'chased', on: subjectOf(change) }) as const),
  })
}

function distinct(cells: readonly ChosenCell[]): readonly ChosenCell[] {
  return [...new Map(cells.map((cell) => [`${cell.kind} ${cell.id}`, cell])).values()]
}

type OfGrid = Exclude<Change, { readonly kind: 'action' | 'round' | 'escalation' }>

async function load(reads: Reads, { kind, id }: ChosenCell): Promise<OfGrid | undefined> {
  switch (kind) {
    case 'reply': {
      const reply = await reads.reply(id as ReplyId)
      return reply && { kind, reply }
    }
    case 'return': {
      const found = await reads.return(id as ReturnId)
      return found && { kind, return: found }
    }
    case 'collation': {
      const collation = await reads.collation(id as CollationId)
      return collation && { kind, collation }
    }
    case 'case': {
      const file = await reads.caseFile(id as CaseId)
      return file && { kind, file }
    }
    case 'form': {
      const form = await reads.form(id as FormId)
      return form && { kind, form }
    }
  }
}

/** The case's; an answer to the long list is about no single one. */
function referenceOf(change: OfGrid): string {
  switch (change.kind) {
    case 'reply':
      return ''
    case 'return':
      return change.return.reference
    case 'collation':
      return change.collation.reference
    case 'case':
      return change.file.reference
    case 'form':
      return change.form.reference
  }
}

function itemsIn(change: OfGrid, today: Day, calendar: Calendar): readonly GridItem[] {
  switch (change.kind) {
    case 'reply':
      return replyItems(change.reply, today)
    case 'return':
      return returnItems(change.return, today)
    case 'collation':
      return collationItems(change.collation, today)
    case 'case':
      return caseItems(change.file, today)
    case 'form':
      return formItems(change.form, today, calendar)
  }
}

function chased(change: OfGrid): OfGrid {
  switch (change.kind) {
    case 'reply':
      return { ...change, reply: { ...change.reply, chases: change.reply.chases + 1 } }
    case 'return':
      return { ...change, return: { ...change.return, chases: change.return.chases + 1 } }
    case 'collation':
      return { ...change, collation: { ...change.collation, chases: change.collation.chases + 1 } }
    case 'case':
      return { ...change, file: { ...change.file, chases: change.file.chases + 1 } }
    case 'form':
      return { ...change, form: { ...change.form, chases: change.form.chases + 1 } }
  }
}
