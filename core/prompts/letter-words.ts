import type { Day } from '../calendar/day.ts'
import { isOrWas } from '../calendar/is-or-was.ts'
import { dueInWords, inWords, shortWords } from '../calendar/words.ts'
import type { DutyKind } from '../duties/duty.ts'
import { aboutInWords, DUTY_ASKS, DUTY_WORDS, isAboutAction } from '../duties/words.ts'
import { firstInASentence, inASentence } from '../people/in-a-sentence.ts'
import type { LetterItem } from './letter.ts'

/** The notification and mail subject: a verb and a reference, nothing else. */
export function summaryOf(items: readonly LetterItem[], today: Day): string {
  const [first, ...others] = items
  if (!first) return 'Nothing is waiting for you'
  if (others.length > 0) return `${items.length} things are waiting for you`
  return `${aboutInWords(first.kind, first.reference)}: ${first.yours ? asksOf(first, today) : lateOf(first, today)}`
}

function asksOf({ kind, number, due }: LetterItem, today: Day): string {
  if (!isAboutAction(kind)) return `${DUTY_WORDS[kind].thing} is ${dueInWords(due, today)}`
  switch (kind) {
    case 'do-action':
      return `one action is ${dueInWords(due, today)}`
    case 'say-whether-it-happened':
      return `did action ${number} happen?`
    case 'answer-more-time':
      return `more time is asked for action ${number}`
    case 'answer-question':
      return `a question about action ${number}`
    case 'update-action':
      return `how does action ${number} stand?`
    case 'see-ended':
      return `action ${number} is no longer asked`
    case 'check-impact':
      return `did action ${number} help?`
    case 'consider-step-up':
      return `can action ${number} be stepped up now?`
  }
}

/** What is late, for those to whom it climbs: the action itself, or the raiser's answer; or what another has now. */
export function lateOf({ kind, number, due, owes }: LetterItem, today: Day): string {
  if (!isAboutAction(kind))
    return `${DUTY_WORDS[kind].thing} is ${due < today ? 'late' : `with ${inASentence(owes)}`}`
  return kind === 'do-action' ? `action ${number} is late` : `the answer about action ${number} is late`
}

/** What is asked, in one plain sentence, by when; or what is late, for those to whom it climbs. */
export function sentenceOf(item: LetterItem, today: Day): string {
  const { what, due, number } = item
  const owes = firstInASentence(item.owes)
  const owed = firstInASentence(item.owed)
  if (!isAboutAction(item.kind)) return sentenceAbout(item.kind, item, today)
  if (!item.yours) {
    return item.kind === 'do-action'
      ? `${owes} has not said yet that action ${number} is done: ${what} It was ${dueInWords(due, today)}. Please speak with them.`
      : `${owes} was asked about action ${number} and has not answered yet: ${what} The answer was ${dueInWords(due, today)}. Please speak with them.`
  }
  switch (item.kind) {
    case 'do-action':
      return due < today
        ? `Please do this: ${what} It was ${dueInWords(due, today)}.`
        : `Please do this by ${inWords(due, today)}: ${what}`
    case 'say-whether-it-happened':
      return `${owed} says that action ${number} is done: ${what} Only you can say that it happened.`
    case 'answer-more-time':
      return item.until
        ? `${owed} asks for time until ${inWords(item.until, today)} for action ${number}: ${what} It ${isOrWas(item.actionDue, today)} ${dueInWords(item.actionDue, today)}.`
        : `${owed} asks for more time for action ${number}: ${what}`
    case 'answer-question':
      return `${owed} says that something is not right with action ${number}: ${what} Open it to read what.`
    case 'update-action':
      return `Please say by ${inWords(due, today)} how action ${number} stands: ${what} It ${isOrWas(item.actionDue, today)} ${dueInWords(item.actionDue, today)}.`
    case 'see-ended':
      return `${owed} took back action ${number}: ${what} You need not do it any more. Open it to read why.`
    case 'consider-step-up':
      return `Action ${number} waits for a meeting: ${what} Please say whether it can be stepped up now, without waiting.`
    case 'check-impact':
      return `Action ${number} happened half a year ago: ${what} Please say by ${inWords(due, today)} whether it helped.`
  }
}

function sentenceAbout(kind: keyof typeof DUTY_WORDS, { owes, due, yours }: LetterItem, today: Day): string {
  const { please, thing, notYet, late } = DUTY_WORDS[kind]
  if (yours)
    return due < today
      ? `${please}. It was ${dueInWords(due, today)}.`
      : `${please} by ${inWords(due, today)}.`
  return due < today
    ? `${firstInASentence(owes)} has not ${notYet} yet. It was ${dueInWords(due, today)}. ${late ?? 'Please speak with them.'}`
    : `${firstInASentence(owes)} is asked for ${thing}, ${dueInWords(due, today)}. You need not do anything.`
}

/**
 * Who reads what somebody writes about an action. What is owed to the QA manager is read in the action's history,
 * by owner and raiser, too.
 */
export function readersInWords(kind: DutyKind, owed: string, lead = 'the lead person, the manager'): string {
  if (kind === 'update-action' || kind === 'check-impact')
    return 'Read by everyone whom the action concerns, and the partnership.'
  return `Read by ${inASentence(owed)}, ${lead} and the partnership.`
}

/** Why an action is with its owner again, as the raiser answered; the reason itself is read in the tab. */
export function againOf(item: LetterItem): string | undefined {
  if (item.kind !== 'do-action') return undefined
  const owed = firstInASentence(item.owed)
  switch (item.again) {
    case 'disputed':
      return `${owed} says that it did not happen yet. Open it to read why.`
    case 'more-time-agreed':
      return `${owed} agreed to the later day.`
    case 'day-kept':
      return `${owed} keeps the day. Open it to read why.`
    case 'question-answered':
      return `${owed} answered your question. Open it to read the answer.`
    case null:
      return undefined
  }
}

/** A line of a list: reference, what, day. */
export function lineOf(item: LetterItem, today: Day): string {
  const asks = item.yours
    ? DUTY_ASKS[item.kind].toLowerCase()
    : `${inASentence(item.owes)} has not answered yet`
  const about = item.number === '' ? item.reference : `${item.reference} ${item.number}`
  const what = item.what === '' ? '' : `: ${item.what}`
  return `${about}, ${asks}${what} (${dueInWords(item.due, today)})`
}

/** "13 June", for buttons. */
export function dayOnButton(day: Day, today: Day): string {
  return shortWords(day, today)
}
