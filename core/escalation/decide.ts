import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { PostId } from '../ids.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { EscalationAnswer, EscalationAnswerOf } from './commands.ts'
import { isOpen, stageNow } from './escalation.ts'
import type { Escalation, Stage, StageEnd } from './escalation.ts'
import { isUsable, nextRung } from './ladder.ts'
import type { Ladder } from './ladder.ts'

/** Why no stage opens. */
export type StageRefused =
  | 'no-interim'
  | 'ladder-not-filled'
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
    case 'withdraw-escalation':
      return withdraw(escalation, answer, when)
    case 'give-feedback':
      return giveFeedback(escalation, answer, when)
    case 'set-theme':
      return ok({ ...escalation, theme: answer.theme })
  }
}

type Opening = {
  readonly ladder: Ladder
  readonly rung: number
  readonly addressee: PostId
  readonly interimSafety: string
  readonly due: Day | undefined
}

/**
 * Opens a stage: never without an interim safety arrangement, never later than the ladder's day ("or shorter if
 * the child needs it"). A rung without days of its own is given its day.
 */
export function openStage(
  { ladder, rung, addressee, interimSafety, due }: Opening,
  { now, today, calendar }: When,
): Result<Stage, StageRefused> {
  if (interimSafety.trim() === '') return refused('no-interim')
  const reply = ladder.rungs[rung]?.reply
  if (!isUsable(ladder) || reply === undefined || reply === 'to-be-filled')
    return refused('ladder-not-filled')
  const latest = reply === 'day-set' ? undefined : addWorkingDays(calendar, dayOf(now), reply)
  const day = due ?? latest
  if (day === undefined) return refused('stage-day-needed')
  if (day < today) return refused('stage-day-past')
  if (latest !== undefined && day > latest) return refused('later-than-ladder')
  return ok({ rung, addressee, interimSafety, openedAt: now, due: day, promise: null, ended: null })
}

/** The addressee says what will be done, by whom, by which day. */
function promise(
  escalation: Escalation,
  said: EscalationAnswerOf<'promise'>,
  { now, today }: When,
): Decision {
  if (escalation.state !== 'waiting') return refused('already-answered')
  if (said.by < today) return refused('promise-day-past')
  const { what, who, by } = said
  const made = { what, who, by, madeAt: now, saidDone: null }
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
  if (when.today < made.by && made.saidDone === null) return refused('promise-not-due')
  return next(escalation, said, 'not-kept', when)
}

/** At any time: what was not answered by its day is written down as that. */
function stepUp(escalation: Escalation, said: EscalationAnswerOf<'step-up'>, when: When): Decision {
  if (!isOpen(escalation)) return refused('already-answered')
  const isLate = escalation.state === 'waiting' && stageNow(escalation).due < when.today
  return next(escalation, said, isLate ? 'unanswered' : 'stepped-up', when)
}

type Asked = Pick<Opening, 'addressee' | 'interimSafety'> & { readonly due?: Day | undefined }

function next(
  escalation: Escalation,
  { addressee, interimSafety, due }: Asked,
  how: StageEnd,
  when: When,
): Decision {
  const before = stageNow(escalation)
  if (addressee === before.addressee) return refused('same-addressee')
  if (addressee === escalation.raiser) return refused('asks-the-raiser')
  const { ladder } = escalation
  const opened = openStage(
    { ladder, rung: nextRung(ladder, before.rung), addressee, interimSafety, due },
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
  return ok({ ...escalation, state: 'closed', feedback, closedAt: now })
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
