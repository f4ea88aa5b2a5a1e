import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import { refused, ok } from '../result.ts'
import type { Result } from '../result.ts'
import type {
  Action,
  Confirmed,
  Facts,
  MoreTimeAsked,
  Open,
  Questioned,
  Reopened,
  ReportedDone,
  Withdrawn,
} from './action.ts'
import type { Answer, AnswerOf } from './commands.ts'
import { owesUpdate } from './duties-of.ts'

/** Why an answer changes nothing. Whether the person may answer at all is `may`'s question, asked before. */
export type AnswerRefused = 'already-answered' | 'day-is-past' | 'day-is-not-later'

type Decision<A extends Action> = Result<A, AnswerRefused>

/** The answer applied to the action, or why not. Each deed fits one state: a second press finds another. */
export function decide(
  action: Action,
  answer: Answer,
  now: Moment,
  today: Day,
): Result<Action, AnswerRefused> {
  switch (answer.deed) {
    case 'report-done':
      return reportDone(action, answer, now)
    case 'ask-for-time':
      return askForTime(action, answer, now, today)
    case 'question':
      return question(action, answer, now)
    case 'confirm':
      return confirm(action, now)
    case 'dispute':
      return dispute(action, answer, now)
    case 'agree-time':
      return agreeTime(action, now)
    case 'keep-day':
      return keepDay(action, answer, now)
    case 'keep-action':
      return keepAction(action, answer, now)
    case 'withdraw':
      return withdraw(action, answer, now)
    case 'update':
      return update(action, now)
    case 'seen':
      return seen(action)
    case 'wait-longer':
      return waitOn(action, today)
    case 'say-impact':
      return sayImpact(action, answer)
  }
}

/** The owner says that it is done, with what was done and how they know. It closes nothing (LEH-16). */
function reportDone(action: Action, said: AnswerOf<'report-done'>, now: Moment): Decision<ReportedDone> {
  if (action.state !== 'open') return refused('already-answered')
  const { whatWasDone, evidence } = said
  const facts = { ...factsOf(action), waitsSince: null }
  return ok({ ...facts, state: 'reported-done', whatWasDone, evidence, reportedAt: now })
}

/** The owner asks for a later day; the day stays until the raiser agrees. */
function askForTime(
  action: Action,
  { until, reason, waitsFor = '' }: AnswerOf<'ask-for-time'>,
  now: Moment,
  today: Day,
): Decision<MoreTimeAsked> {
  if (action.state !== 'open') return refused('already-answered')
  if (until < today) return refused('day-is-past')
  if (until <= action.due) return refused('day-is-not-later')
  const waitsSince = waitsFor === '' ? action.waitsSince : today
  return ok({ ...factsOf(action), waitsSince, state: 'more-time-asked', until, reason, askedAt: now })
}

/** The owner says that it is not right, or that they cannot do it. The raiser answers. */
function question(action: Action, said: AnswerOf<'question'>, now: Moment): Decision<Questioned> {
  if (action.state !== 'open') return refused('already-answered')
  return ok({
    ...factsOf(action),
    state: 'questioned',
    question: said.question,
    reason: said.reason,
    askedAt: now,
  })
}

/** Only the raiser closes an action: it happened (decisions.md 2). */
function confirm(action: Action, now: Moment): Decision<Confirmed> {
  if (action.state !== 'reported-done') return refused('already-answered')
  return ok({ ...action, state: 'confirmed', restsUntil: null, confirmedAt: now, impact: null })
}

/** The raiser says that it did not happen: open again, with the reason for everyone concerned. */
function dispute(action: Action, { reason }: AnswerOf<'dispute'>, now: Moment): Decision<Open> {
  if (action.state !== 'reported-done') return refused('already-answered')
  return ok(reopen(action, { because: 'disputed', reason, at: now }))
}

function agreeTime(action: Action, now: Moment): Decision<Open> {
  if (action.state !== 'more-time-asked') return refused('already-answered')
  const again = { because: 'more-time-agreed', reason: action.reason, at: now } as const
  return ok({ ...reopen(action, again), due: action.until })
}

function keepDay(action: Action, { reason }: AnswerOf<'keep-day'>, now: Moment): Decision<Open> {
  if (action.state !== 'more-time-asked') return refused('already-answered')
  return ok({ ...reopen(action, { because: 'day-kept', reason, at: now }), waitsSince: null })
}

function keepAction(action: Action, { reason }: AnswerOf<'keep-action'>, now: Moment): Decision<Open> {
  if (action.state !== 'questioned') return refused('already-answered')
  return ok(reopen(action, { because: 'question-answered', reason, at: now }))
}

/** The raiser takes back what was asked for, with the reason: the answer that the owner's question waited for. */
function withdraw(action: Action, { reason }: AnswerOf<'withdraw'>, now: Moment): Decision<Withdrawn> {
  if (action.state !== 'questioned') return refused('already-answered')
  const ended = { withdrawnAt: now, replacedBy: null, noticeOwed: false }
  return ok({ ...factsOf(action), state: 'withdrawn', reason, ...ended })
}

/** The owner says how it stands, by the method's update day: it stays open. */
function update(action: Action, now: Moment): Decision<Open> {
  if (!owesUpdate(action)) return refused('already-answered')
  return ok({ ...action, updatedAt: now, restsUntil: null })
}

/** The owner saw that it is no longer asked. */
function seen(action: Action): Decision<Withdrawn> {
  if (action.state !== 'withdrawn' || !action.noticeOwed) return refused('already-answered')
  return ok({ ...action, noticeOwed: false })
}

/** The raiser waits on for the meeting, and is asked again. */
function waitOn(action: Action, today: Day): Decision<Open> {
  if (action.state !== 'open' || action.waitsSince === null) return refused('already-answered')
  return ok({ ...action, waitsSince: today, waited: action.waited + 1 })
}

/** Half a year later: whether it helped. */
function sayImpact(action: Action, { impact }: AnswerOf<'say-impact'>): Decision<Confirmed> {
  if (action.state !== 'confirmed' || action.impact !== null) return refused('already-answered')
  return ok({ ...action, impact })
}

function reopen(action: Action, again: Reopened): Open {
  const facts = factsOf(action)
  return { ...facts, state: 'open', opening: facts.opening + 1, openedAt: again.at, again }
}

/** What stays true when the state changes; a promise was about the state before. */
export function factsOf(action: Action): Facts {
  const { id, number, case: of, reference, owner, raiser, climb, what, help, due, recordedOn } = action
  const { opening, chases, version, source, fanOut, updateDue, updatedAt, checkOn } = action
  const { waitsSince, waited } = action
  return {
    id,
    number,
    case: of,
    reference,
    owner,
    raiser,
    climb,
    what,
    help,
    due,
    recordedOn,
    opening,
    chases,
    source,
    fanOut,
    updateDue,
    updatedAt,
    checkOn,
    restsUntil: null,
    waitsSince,
    waited,
    version,
  }
}
