import type { Day } from '../calendar/day.ts'
import { addMinutes, dayOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { PostId } from '../ids.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { EscalationAnswer, EscalationAnswerOf } from './commands.ts'
import { isOpen, isPromiseDue, isStepUpAsked, stageNow } from './escalation.ts'
import type { Escalation, Stage, StageEnd, StagePromise } from './escalation.ts'
import { isUsable, nextRung } from './ladder.ts'
import type { Ladder, ReplyWithin } from './ladder.ts'

/** Why no stage opens. */
export type StageRefused =
  | 'no-interim'
  | 'ladder-not-filled'
  | 'no-such-stage'
  | 'skip-needs-reason'
  | 'stage-day-needed'
  | 'stage-day-past'
  | 'later-than-ladder'
  | 'same-addressee'
  | 'asks-the-raiser'

/** Why an answer changes nothing. Whose turn it is, is the rulebook's question, asked before. */
export type EscalationAnswerRefused =
  | StageRefused
  | 'already-answered'
  | 'nothing-promised'
  | 'promise-not-due'
  | 'waits-for-nothing'
  | 'promise-day-past'
  | 'not-resolved-yet'

export type When = { readonly now: Moment; readonly today: Day; readonly calendar: Calendar }

type Decision = Result<Escalation, EscalationAnswerRefused>

/** The answer applied to the escalation, or why not. */
export function decideEscalation(escalation: Escalation, answer: EscalationAnswer, when: When): Decision {
  switch (answer.deed) {
    case 'promise':
      return promise(escalation, answer, when)
    case 'say-kept':
      return sayKept(escalation, when)
    case 'confirm-kept':
      return confirm(escalation, answer, when)
    case 'deny-kept':
      return deny(escalation, answer, when)
    case 'step-up':
      return stepUp(escalation, answer, when)
    case 'wait-on':
      return waitOn(escalation, when)
    case 'withdraw-escalation':
      return withdraw(escalation, answer, when)
    case 'give-feedback':
      return giveFeedback(escalation, answer, when)
    case 'hear-feedback':
      return hearFeedback(escalation, when)
    case 'set-theme':
      return ok({ ...escalation, theme: answer.theme })
  }
}

type Opening = {
  readonly ladder: Ladder
  /** The rung whose turn it is. */
  readonly from: number
  /** The one that opens: later, when stages are skipped, with the reason. */
  readonly rung?: number | undefined
  readonly skipBecause?: string | undefined
  readonly addressee: PostId
  readonly interimSafety: string
  readonly due: Day | undefined
}

/**
 * Opens a stage: never without an interim safety arrangement, never later than the ladder's day ("or shorter if
 * the child needs it"). A rung without days of its own is given its day. Going straight to a later rung needs a
 * reason; none goes back.
 */
export function openStage(
  { ladder, from, rung = from, skipBecause = '', addressee, interimSafety, due }: Opening,
  { now, today, calendar }: When,
): Result<Stage, StageRefused> {
  if (interimSafety.trim() === '') return refused('no-interim')
  const reply = ladder.rungs[rung]?.reply
  if (!isUsable(ladder)) return refused('ladder-not-filled')
  if (rung < from || reply === undefined) return refused('no-such-stage')
  if (rung > from && skipBecause === '') return refused('skip-needs-reason')
  const latest = latestDay(reply, now, calendar)
  const day = due ?? latest
  if (day === undefined) return refused('stage-day-needed')
  if (day < today) return refused('stage-day-past')
  if (latest !== undefined && day > latest) return refused('later-than-ladder')
  return ok({
    rung,
    addressee,
    interimSafety,
    skipBecause: rung > from ? skipBecause : null,
    openedAt: now,
    due: day,
    promise: null,
    ended: null,
  })
}

/** By when a reply is owed at the latest: hours run over weekends, and end on the day on which they are over. */
function latestDay(reply: ReplyWithin, now: Moment, calendar: Calendar): Day | undefined {
  if (typeof reply === 'number') return addWorkingDays(calendar, dayOf(now), reply)
  return typeof reply === 'object' ? dayOf(addMinutes(now, reply.hours * 60)) : undefined
}

/** The addressee says what will be done, by whom, by which day, and whether it waits for a meeting. */
function promise(
  escalation: Escalation,
  said: EscalationAnswerOf<'promise'>,
  { now, today, calendar }: When,
): Decision {
  if (escalation.state !== 'waiting') return refused('already-answered')
  if (said.by < today) return refused('promise-day-past')
  const { what, who, by, waitsFor = '' } = said
  const askFrom = addWorkingDays(calendar, today, escalation.ladder.stepUpAfter)
  const waits = waitsFor === '' ? null : { on: waitsFor, askFrom, waited: 0 }
  const made: StagePromise = { what, who, by, madeAt: now, saidDone: null, waits }
  return ok({ ...escalation, state: 'promised', stages: withLast(escalation, { promise: made }) })
}

/** The addressee says that it is done: only the raiser can say that it happened (LEH-16). */
function sayKept(escalation: Escalation, { now }: When): Decision {
  const made = promiseNow(escalation)
  if (made === undefined) return refused(noPromise(escalation))
  if (made.saidDone !== null) return refused('already-answered')
  return ok({ ...escalation, stages: withLast(escalation, { promise: { ...made, saidDone: now } }) })
}

/** The raiser says that it happened, or that it is settled without a promise. */
function confirm(
  escalation: Escalation,
  { outcome = '' }: EscalationAnswerOf<'confirm-kept'>,
  { now }: When,
): Decision {
  if (!isOpen(escalation)) return refused('already-answered')
  const how = escalation.state === 'promised' ? 'kept' : 'settled'
  return ok({
    ...escalation,
    state: 'resolved',
    stages: ended(escalation, how, now),
    outcome,
    resolvedAt: now,
  })
}

/** The raiser says that it did not happen: the next stage opens at once. */
function deny(escalation: Escalation, said: EscalationAnswerOf<'deny-kept'>, when: When): Decision {
  const made = promiseNow(escalation)
  if (made === undefined) return refused(noPromise(escalation))
  if (!isPromiseDue(made, when.today)) return refused('promise-not-due')
  return next(escalation, said, 'not-kept', when)
}

/** At any time: what was not answered by its day is written down as that. */
function stepUp(escalation: Escalation, said: EscalationAnswerOf<'step-up'>, when: When): Decision {
  if (!isOpen(escalation)) return refused('already-answered')
  const isLate = escalation.state === 'waiting' && stageNow(escalation).due < when.today
  return next(escalation, said, isLate ? 'unanswered' : 'stepped-up', when)
}

/** The raiser waits on for the meeting, and is asked again (LEI-22, LEH-17). */
function waitOn(escalation: Escalation, { today, calendar }: When): Decision {
  const made = promiseNow(escalation)
  if (made === undefined) return refused(noPromise(escalation))
  if (made.waits === null) return refused('waits-for-nothing')
  if (!isStepUpAsked(made, today)) return refused('already-answered')
  const askFrom = addWorkingDays(calendar, today, escalation.ladder.stepUpAfter)
  const waits = { ...made.waits, askFrom, waited: made.waits.waited + 1 }
  return ok({ ...escalation, stages: withLast(escalation, { promise: { ...made, waits } }) })
}

type Asked = Pick<Opening, 'addressee' | 'interimSafety' | 'rung' | 'skipBecause'> & {
  readonly due?: Day | undefined
}

function next(
  escalation: Escalation,
  { addressee, interimSafety, due, rung, skipBecause }: Asked,
  how: StageEnd,
  when: When,
): Decision {
  const before = stageNow(escalation)
  if (addressee === before.addressee) return refused('same-addressee')
  if (addressee === escalation.raiser) return refused('asks-the-raiser')
  const { ladder } = escalation
  const opened = openStage(
    { ladder, from: nextRung(ladder, before.rung), rung, skipBecause, addressee, interimSafety, due },
    when,
  )
  if (!opened.ok) return opened
  const [first, ...rest] = ended(escalation, how, when.now)
  return ok({ ...factsOf(escalation), state: 'waiting', stages: [first, ...rest, opened.value] })
}

function withdraw(
  escalation: Escalation,
  { reason }: EscalationAnswerOf<'withdraw-escalation'>,
  { now }: When,
): Decision {
  if (!isOpen(escalation)) return refused('already-answered')
  const stages = ended(escalation, 'withdrawn', now)
  return ok({ ...escalation, state: 'withdrawn', stages, reason, withdrawnAt: now })
}

/** Whoever was asked last tells the raiser what came of it (LEI-21, LEH-29). */
function giveFeedback(
  escalation: Escalation,
  { feedback }: EscalationAnswerOf<'give-feedback'>,
  { now }: When,
): Decision {
  if (isOpen(escalation)) return refused('not-resolved-yet')
  if (escalation.state !== 'resolved') return refused('already-answered')
  return ok({ ...escalation, state: 'closed', feedback, closedAt: now, heardAt: null })
}

/** The raiser has read what came of it: nobody else can say so. */
function hearFeedback(escalation: Escalation, { now }: When): Decision {
  if (isOpen(escalation) || escalation.state === 'resolved') return refused('not-resolved-yet')
  if (escalation.state !== 'closed' || escalation.heardAt !== null) return refused('already-answered')
  return ok({ ...escalation, heardAt: now })
}

function promiseNow(escalation: Escalation) {
  return escalation.state === 'promised' ? (stageNow(escalation).promise ?? undefined) : undefined
}

function noPromise({ state }: Escalation): 'nothing-promised' | 'already-answered' {
  return state === 'waiting' ? 'nothing-promised' : 'already-answered'
}

function ended(escalation: Escalation, how: StageEnd, at: Moment): Escalation['stages'] {
  return withLast(escalation, { ended: { how, at } })
}

function withLast({ stages }: Escalation, change: Partial<Stage>): Escalation['stages'] {
  const [first, ...rest] = stages
  const last = rest.at(-1)
  if (!last) return [{ ...first, ...change }]
  return [first, ...rest.slice(0, -1), { ...last, ...change }]
}

/** What is true of it in every state. */
function factsOf(escalation: Escalation) {
  const { id, number, reference, ladder, about, concern, raiser, businessManager, qaManager } = escalation
  const { raisedAt, stages, theme, chases, version } = escalation
  return {
    id,
    number,
    reference,
    ladder,
    about,
    concern,
    raiser,
    businessManager,
    qaManager,
    raisedAt,
    stages,
    theme,
    chases,
    version,
  }
}
