import { daysBetween } from '../../calendar/day.ts'
import type { Day } from '../../calendar/day.ts'
import { dayOf } from '../../calendar/moment.ts'
import type { Moment } from '../../calendar/moment.ts'
import { shortWords } from '../../calendar/words.ts'
import { addWorkingDays } from '../../calendar/working-days.ts'
import type { Calendar } from '../../calendar/working-days.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import { answerDue } from '../../close-the-loop/duties-of.ts'
import type { Form } from '../../close-the-loop/form.ts'
import { countOf } from '../../count.ts'
import type { DutyKind } from '../../duties/duty.ts'
import type { PostId } from '../../ids.ts'
import type { Reply } from '../../involvement/reply.ts'
import type { Collation } from '../../returns/collation.ts'
import type { Part, PartName, Return } from '../../returns/return.ts'
import type { Subject } from '../../subject.ts'

export type ItemPart = 'receipt' | 'involvement' | PartName | 'collation' | 'team' | 'form'

/** `elsewhere`: it is with somebody who is no lead person. */
export type ItemStanding = 'in' | 'owed' | 'late' | 'elsewhere' | 'brief' | 'out'

/** A line of a cell: "Chronology" and "2 days late". */
export type GridItem = {
  readonly subject: Subject
  readonly version: number
  readonly part: ItemPart
  readonly standing: ItemStanding
  readonly name: string
  readonly words: string
  /** What the lead person of the cell still has to do, or null. */
  readonly owes: { readonly post: PostId; readonly kind: DutyKind; readonly due: Day } | null
  /** How often the partnership reminded about the subject. */
  readonly reminded: number
}

/** The long list: its receipt, then which children the agency knows. */
export function replyItems(reply: Reply, today: Day): readonly GridItem[] {
  const { id, version, lead: post, chases: reminded } = reply
  const of = { subject: { kind: 'reply', id }, version, reminded } as const
  const receipt = { ...of, part: 'receipt', name: 'Receipt' } as const
  const involvement = { ...of, part: 'involvement', name: 'Involvement' } as const
  const answers = owed({ post, kind: 'say-involvement', due: reply.answersDue }, today)
  switch (reply.state) {
    case 'asked':
      return [
        { ...receipt, ...owed({ post, kind: 'confirm-receipt', due: reply.receiptDue }, today) },
        { ...involvement, ...answers },
      ]
    case 'received':
      return [
        { ...receipt, ...arrived('confirmed', reply.receivedAt, reply.receiptDue) },
        { ...involvement, ...answers },
      ]
    case 'given':
      return [{ ...involvement, ...arrived('answered', reply.givenAt, reply.answersDue) }]
  }
}

/** The two halves of a return; a family that was known briefly owes none. */
export function returnItems(of: Return, today: Day): readonly GridItem[] {
  const { id, version, lead: post, chases: reminded } = of
  const facts = { subject: { kind: 'return', id }, version, reminded } as const
  const chronology = { ...facts, part: 'chronology', name: 'Chronology' } as const
  switch (of.scope) {
    case 'in': {
      const evaluation = { ...facts, part: 'evaluation', name: 'Evaluation' } as const
      return [
        { ...chronology, ...partLine(of.chronology, { post, kind: 'send-chronology' }, today) },
        { ...evaluation, ...partLine(of.evaluation, { post, kind: 'send-evaluation' }, today) },
      ]
    }
    case 'brief': {
      const { state } = of.chronology
      const words = state === 'submitted' || state === 'accepted' ? 'briefly, entries in' : 'briefly'
      return [{ ...chronology, name: 'Known', words, standing: 'brief', owes: null }]
    }
    case 'out':
      return [{ ...chronology, name: 'Not involved', words: '', standing: 'out', owes: null }]
  }
}

/** What a collator brings together of its agencies. */
export function collationItems(of: Collation, today: Day): readonly GridItem[] {
  const { id, version, lead: post, chases: reminded, due } = of
  const item = {
    subject: { kind: 'collation', id },
    version,
    reminded,
    part: 'collation',
    name: 'Collation',
  } as const
  return of.state === 'open'
    ? [{ ...item, ...owed({ post, kind: 'send-on', due }, today) }]
    : [{ ...item, ...arrived('in', of.sentAt, due) }]
}

/** The team that works with the child: shown until it is named. */
export function caseItems(file: CaseFile, today: Day): readonly GridItem[] {
  if (file.team !== null) return []
  const { id, version, lead: post, chases: reminded, nameTeamBy: due } = file
  const item = { subject: { kind: 'case', id }, version, reminded, part: 'team', name: 'Team' } as const
  return [{ ...item, ...owed({ post, kind: 'name-team', due }, today) }]
}

/** The close-the-loop form, wherever it is. */
export function formItems(form: Form, today: Day, calendar: Calendar): readonly GridItem[] {
  const { id, version, lead: post, chases: reminded, due } = form
  const item = { subject: { kind: 'form', id }, version, reminded, part: 'form', name: 'Form' } as const
  const elsewhere = (words: string) => ({ ...item, standing: 'elsewhere', words, owes: null }) as const
  switch (form.state) {
    case 'drafted': {
      const by = addWorkingDays(calendar, dayOf(form.draftedAt), 1)
      return [{ ...item, ...owed({ post, kind: 'release-form', due: by }, today, 'to release, ') }]
    }
    case 'written':
    case 'sent-back':
      return [{ ...item, ...owed({ post, kind: 'sign-form', due }, today, 'to sign, ') }]
    case 'released':
    case 'seen':
      if (form.question) {
        const by = answerDue(form.question, calendar)
        return [{ ...item, ...owed({ post, kind: 'answer-form-question', due: by }, today, 'to answer, ') }]
      }
      return [elsewhere(`with the worker, ${standsAt(due, today)}`)]
    case 'signed':
      return [elsewhere('with the partnership')]
    case 'closed':
      return [{ ...item, standing: 'in', words: 'closed', owes: null }]
  }
}

type Line = Pick<GridItem, 'standing' | 'words' | 'owes'>

function partLine(part: Part, owes: { readonly post: PostId; readonly kind: DutyKind }, today: Day): Line {
  const { due } = part
  switch (part.state) {
    case 'not-started':
      return owed({ ...owes, due }, today)
    case 'draft':
      return owed({ ...owes, due }, today, 'begun, ')
    case 'sent-back':
      return owed({ ...owes, due }, today, 'sent back, ')
    case 'submitted':
      return arrived('in', part.at, due)
    case 'accepted':
      return arrived('accepted', part.at, due)
  }
}

function owed(owes: NonNullable<GridItem['owes']>, today: Day, before = ''): Line {
  return {
    standing: owes.due < today ? 'late' : 'owed',
    words: `${before}${standsAt(owes.due, today)}`,
    owes,
  }
}

/** What came late says so: lateness is no state (decisions.md 1). */
function arrived(word: string, at: Moment, due: Day): Line {
  const late = daysBetween(due, dayOf(at))
  return { standing: 'in', words: late > 0 ? `${word}, ${lateness(late)}` : word, owes: null }
}

/** "due 21 May", "due today", "2 days late". */
function standsAt(due: Day, today: Day): string {
  const late = daysBetween(due, today)
  if (late > 0) return lateness(late)
  return late === 0 ? 'due today' : `due ${shortWords(due, today)}`
}

function lateness(days: number): string {
  return `${countOf(days, 'day')} late`
}
