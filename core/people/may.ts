import { concerned, hasEnded } from '../actions/action.ts'
import type { Action } from '../actions/action.ts'
import type { Deed } from '../actions/commands.ts'
import { owesUpdate } from '../actions/duties-of.ts'
import type { Moment } from '../calendar/moment.ts'
import type { CaseFile } from '../cases/case-file.ts'
import type { FormAct } from '../close-the-loop/commands.ts'
import type { Form } from '../close-the-loop/form.ts'
import type { EscalationAct } from '../escalation/commands.ts'
import { addresseesOf, stageNow } from '../escalation/escalation.ts'
import type { Escalation } from '../escalation/escalation.ts'
import type { PostId } from '../ids.ts'
import type { Reply } from '../involvement/reply.ts'
import type { Collation } from '../returns/collation.ts'
import { isOwed } from '../returns/duties-of.ts'
import { isIn } from '../returns/return.ts'
import type { PartName, Return } from '../returns/return.ts'
import { concernedInRound } from '../round/round.ts'
import type { Round } from '../round/round.ts'
import type { Actor } from './post.ts'
import type { Led, Seat } from './seats.ts'

/**
 * The one rulebook: who may do or see what, in which state (rules.md 2.4, 2.5). The server enforces it; tab and
 * bot read its answers to show or hide. Default: no.
 */
export const may = {
  /** The panel's actions are recorded by the QA manager (decisions.md 2). */
  recordAction: (actor: Actor): boolean => actor.offices.has('qa-manager'),

  /** Owner, raiser, the posts to which it climbs, and the partnership's own posts. */
  seeAction: (actor: Actor, action: Pick<Action, 'owner' | 'raiser' | 'climb'>): boolean =>
    holdsOne(actor, concerned(action)),

  /** The owner answers while it is open; the raiser answers what the owner said. */
  answer: (actor: Actor, action: Action, deed: Deed): boolean =>
    DEEDS[action.state].deeds.includes(deed) &&
    actor.posts.has(DEEDS[action.state].by(action)) &&
    isAsked(action, deed),

  /** The raiser takes back what was asked for, until its owner says that it is done. */
  endAction: (actor: Actor, action: Pick<Action, 'raiser' | 'state'>): boolean =>
    actor.posts.has(action.raiser) && !hasEnded(action) && action.state !== 'reported-done',

  /** Reminding people is the partnership's. */
  remind: (actor: Actor): boolean => isPartnership(actor),

  /** Whoever owes the next answer is reminded, until the action has ended. */
  chase: (actor: Actor, action: Pick<Action, 'state'>): boolean => may.remind(actor) && !hasEnded(action),

  /**
   * Who the child is: the partnership, those who work on the action until it ends, and its raiser until it was
   * checked whether it helped (decisions.md 22).
   */
  seeChild: (actor: Actor, action: Action): boolean =>
    may.seeAction(actor, action) &&
    (isPartnership(actor) ||
      !hasEnded(action) ||
      (isAsked(action, 'say-impact') && actor.posts.has(action.raiser))),

  /** Rounds are set up by the partnership; its bank holidays are the business manager's. */
  setUpRound: (actor: Actor): boolean => isPartnership(actor),
  editCalendar: (actor: Actor): boolean => actor.offices.has('business-manager'),
  seeRound: (actor: Actor, round: Round): boolean =>
    actor.offices.size > 0 || holdsOne(actor, concernedInRound(round)),
  changeRound: (actor: Actor, round: Round): boolean =>
    isPartnership(actor) && (round.state === 'draft' || round.state === 'approved'),
  approveTheme: (actor: Actor, round: Round): boolean => isPartnership(actor) && round.state === 'draft',
  sendLongList: (actor: Actor, round: Round): boolean => isPartnership(actor) && round.state === 'approved',
  /** Who knows which case, all agencies beside each other: references and answers. */
  seeChoice: (actor: Actor): boolean => isPartnership(actor),
  selectCases: (actor: Actor, round: Round): boolean => isPartnership(actor) && round.state === 'list-sent',
  /** The whole grid of who owes what, and what is done to its cells. */
  seeGrid: (actor: Actor): boolean => isPartnership(actor),
  manageCells: (actor: Actor): boolean => isPartnership(actor),
  /** Papers of a round are made and kept by the partnership: nothing of a case outlives the page elsewhere (decisions.md 28). */
  makePapers: (actor: Actor): boolean => isPartnership(actor),
  release: (actor: Actor, round: Round, to: 'qa' | 'panel'): boolean =>
    isPartnership(actor) &&
    round.state === 'evaluating' &&
    (to === 'qa'
      ? round.releasedToQa === null
      : round.releasedToQa !== null && round.releasedToPanel === null),
  /** From then on only the partnership reads the round's material: the store keeps nobody else concerned. */
  closeRound: (actor: Actor, round: Round): boolean => isPartnership(actor) && round.state === 'panel-held',
  /** The subgroup's week-7 list: counts and references, never a name. */
  seePack: (actor: Actor): boolean => actor.offices.size > 0,

  /** An agency's answer to the long list is its lead person's; receipt first. */
  seeReply: (actor: Actor, reply: Reply): boolean => actor.posts.has(reply.lead) || isPartnership(actor),
  answerReply: (actor: Actor, reply: Reply): boolean => actor.posts.has(reply.lead),
  /** Who the children of the long list are: lead persons while they are asked, and the partnership. */
  seeLongList: (actor: Actor, round: Round): boolean =>
    isPartnership(actor) ||
    (round.state === 'list-sent' && round.members.some(({ lead }) => actor.posts.has(lead))),

  seeReturn: (actor: Actor, of: Return): boolean =>
    isOwn(actor, of) || actor.posts.has(of.owedTo) || isPartnership(actor),
  /** Its own people write a part until it was sent, from the day on which it opens. */
  writeReturn: (actor: Actor, of: Return, part: PartName, now: Moment): boolean =>
    isOwn(actor, of) && of.opensAt <= now && partIsOwed(of, part),
  /** The lead person signs and sends; contributors write. */
  sendReturn: (actor: Actor, of: Return, part: PartName, now: Moment): boolean =>
    actor.posts.has(of.lead) && of.opensAt <= now && partIsOwed(of, part),
  invite: (actor: Actor, of: Return): boolean => actor.posts.has(of.lead) && of.scope !== 'out',
  /** Whoever asked for a part reads it once it was sent: no draft is read outside its agency. */
  readReturn: (actor: Actor, of: Return, part: PartName): boolean =>
    isOwn(actor, of) || (isAsking(actor, of) && partIsIn(of, part)),
  /** Who asked for it accepts it or sends it back with a comment. */
  judgeReturn: (actor: Actor, of: Return, part: PartName): boolean =>
    isAsking(actor, of) && partState(of, part) === 'submitted',
  /** Whose question a return answers: the collator's for its agencies, and the partnership's. */
  askedFor: (actor: Actor, of: Return): boolean => isAsking(actor, of),
  seeCollation: (actor: Actor, of: Collation): boolean => actor.posts.has(of.lead) || isPartnership(actor),
  sendOn: (actor: Actor, of: Collation): boolean => actor.posts.has(of.lead) && of.state === 'open',

  /** The case's own page: the panel's members for this case, the chair, the partnership. */
  seeCase: (actor: Actor, file: CaseFile): boolean =>
    isPartnership(actor) || actor.posts.has(file.chair) || holdsOne(actor, [file.lead, ...file.members]),
  /** All that is sent about a child is stopped and started by the partnership (decisions.md 16). */
  pauseCase: (actor: Actor): boolean => isPartnership(actor),
  nameTeam: (actor: Actor, file: CaseFile): boolean => actor.posts.has(file.lead) || isPartnership(actor),
  /** The chronologies together: the business manager merges; others read what was released to them (decisions.md 18). */
  seeChronology: (actor: Actor, round: Round, file: CaseFile): boolean => {
    if (actor.offices.has('business-manager')) return true
    if (!('releasedToQa' in round)) return false
    if (actor.offices.has('qa-manager')) return round.releasedToQa !== null
    return may.seeCase(actor, file) && round.releasedToPanel !== null
  },
  bookPanelDay: (actor: Actor, round: Round): boolean => isPartnership(actor) && round.state === 'evaluating',
  /** The running order: the partnership, the chair and the panel's members, each with the cases that they may see. */
  seePanelDay: (actor: Actor, round: Round): boolean =>
    'selectedAt' in round &&
    (isPartnership(actor) ||
      (round.state !== 'complete' &&
        (actor.posts.has(round.offices.chair) || round.members.some(({ lead }) => actor.posts.has(lead))))),
  closePanelDay: (actor: Actor, round: Round): boolean =>
    round.state === 'evaluating' && (isPartnership(actor) || actor.posts.has(round.offices.chair)),
  /** Whom to choose from when people are named: the partnership and the lead persons. */
  choosePeople: (actor: Actor, isLeadPerson: boolean): boolean => isPartnership(actor) || isLeadPerson,
  /** Who holds which post: the partnership all of it, lead persons what is of their agency in their rounds. */
  seeHoldings: (actor: Actor, led: readonly Led[]): boolean => isPartnership(actor) || led.length > 0,
  /** One post with its history: whoever may change something about it, and the partnership. */
  seeSeat: (actor: Actor, seat: Seat, led: readonly Led[]): boolean =>
    isPartnership(actor) || may.nameDeputy(actor, seat, led),
  /** The partnership's own offices are filled by an administrator, never here. */
  nameHolder: (actor: Actor, seat: Seat, led: readonly Led[]): boolean =>
    !isOffice(seat) &&
    (isPartnership(actor) ||
      (OF_THE_AGENCY.includes(seat.kind) &&
        led.some(({ agency, round }) => agency === seat.agency && round === seat.round))),
  nameDeputy: (actor: Actor, seat: Seat, led: readonly Led[]): boolean =>
    may.nameHolder(actor, seat, led) || led.some(({ post }) => post === seat.post),
  /** What went to the wrong person is withdrawn, and its note kept, by the partnership (decisions.md 29). */
  withdraw: (actor: Actor): boolean => isPartnership(actor),
  /** Everything that somebody who leaves holds, in one move. */
  handOver: (actor: Actor): boolean => isPartnership(actor),
  recordPanel: (actor: Actor, round: Round, file: CaseFile): boolean =>
    isPartnership(actor) && round.state === 'evaluating' && file.panel.state !== 'confirmed',
  /** The panel's grades are the chair's to confirm. */
  confirmPanel: (actor: Actor, file: CaseFile): boolean =>
    actor.posts.has(file.chair) && file.panel.state === 'recorded',
  /** Grades of all agencies: the partnership and the chair; panel members once panel day was closed. */
  seeGrades: (actor: Actor, round: Round, file: CaseFile): boolean =>
    isPartnership(actor) ||
    actor.posts.has(file.chair) ||
    (may.seeCase(actor, file) && (round.state === 'panel-held' || round.state === 'complete')),

  /** A drafted form is the lead person's and the partnership's; from its release on also worker and manager. */
  seeForm: (actor: Actor, form: Form): boolean =>
    actor.posts.has(form.lead) ||
    isPartnership(actor) ||
    (form.state !== 'drafted' && holdsOne(actor, [form.worker, form.manager])),
  releaseForm: (actor: Actor, form: Form): boolean => actor.posts.has(form.lead) && form.state === 'drafted',
  answerForm: (actor: Actor, form: Form): boolean =>
    actor.posts.has(form.worker) && (form.state === 'released' || form.state === 'seen'),
  signForm: (actor: Actor, form: Form): boolean =>
    actor.posts.has(form.lead) && (form.state === 'written' || form.state === 'sent-back'),
  reviewForm: (actor: Actor, form: Form): boolean => isPartnership(actor) && form.state === 'signed',
  /** Whose it is to do this with a form, in whatever state: so that a second press finds it answered. */
  ownForm: (actor: Actor, form: Form, act: FormAct): boolean =>
    may.actsAs(actor, form, act) !== null || (isAlsoPartnerships(act) && isPartnership(actor)),
  /** The post as which somebody does it; null for the partnership. */
  actsAs: (actor: Actor, { lead, worker }: Form, act: FormAct): PostId | null => {
    if (isReview(act)) return null
    const post = FORM_ACTS[act] === 'lead' ? lead : worker
    return actor.posts.has(post) ? post : null
  },
  /** How a form stands, never a word of it: also the manager, before it is released (decisions.md 20). */
  seeFormStatus: (actor: Actor, form: Pick<Form, 'lead' | 'worker' | 'manager' | 'state'>): boolean =>
    isPartnership(actor) ||
    holdsOne(actor, [form.lead, form.manager]) ||
    (form.state !== 'drafted' && actor.posts.has(form.worker)),
  /** The worker says that something is not right while it is with them; its words are the lead person's to answer. */
  askAboutForm: (actor: Actor, form: Form): boolean => may.answerForm(actor, form) && form.question === null,
  answerFormQuestion: (actor: Actor, form: Form): boolean =>
    actor.posts.has(form.lead) && form.question !== null,
  /** The lead person arranges the meeting, records who was there and keeps a log until it is closed. */
  tendForm: (actor: Actor, form: Pick<Form, 'lead' | 'state'>): boolean =>
    actor.posts.has(form.lead) && form.state !== 'drafted' && form.state !== 'closed',
  takeTime: (actor: Actor, form: Form): boolean =>
    actor.posts.has(form.worker) && form.question === null && form.meeting?.state === 'proposed',
  /** What was sent is taken back until it is signed, a signature until it is reviewed. */
  takeBackForm: (actor: Actor, form: Form): boolean =>
    actor.posts.has(form.worker) && form.state === 'written',
  takeBackSignature: (actor: Actor, form: Form): boolean =>
    actor.posts.has(form.lead) && form.state === 'signed',
  /** The worker's part, recorded for the worker (decisions.md 9). */
  recordForWorker: (actor: Actor, form: Form): boolean =>
    (actor.posts.has(form.lead) || isPartnership(actor)) &&
    (form.state === 'released' || form.state === 'seen') &&
    form.question === null,
  /** The finished form as a paper. */
  makeFormPaper: (actor: Actor, form: Pick<Form, 'state'>): boolean =>
    may.makePapers(actor) && form.state === 'closed',
  /** What lead person and partnership say to one another about it. */
  readNotes: (actor: Actor, form: Pick<Form, 'lead'>): boolean =>
    actor.posts.has(form.lead) || isPartnership(actor),
  /** What the worker wrote: the worker; lead person and partnership once it was sent; the manager when it is shared (decisions.md 21). */
  readReflections: (actor: Actor, form: Form): boolean => {
    if (actor.posts.has(form.worker)) return true
    if (!('part' in form)) return false
    return (
      actor.posts.has(form.lead) ||
      isPartnership(actor) ||
      (actor.posts.has(form.manager) && form.part.shared)
    )
  },

  /** A concern is anybody's to raise who holds a post. */
  raiseEscalation: (actor: Actor): boolean => actor.posts.size > 0,
  /** The raiser, everyone who was asked so far, and the partnership. */
  seeEscalation: (actor: Actor, of: Escalation): boolean =>
    isPartnership(actor) || holdsOne(actor, [of.raiser, ...addresseesOf(of)]),
  /** Whose it is to do this, in whatever state: so that a second press finds it answered. */
  answerEscalation: (actor: Actor, of: Escalation, act: EscalationAct): boolean =>
    may.escalatesAs(actor, of, act) !== null ||
    (isPartnership(actor) && (act === 'step-up' || act === 'set-theme')),
  /** The post as which somebody does it; null for the partnership. Only the raiser says that it happened. */
  escalatesAs: (actor: Actor, of: Escalation, act: EscalationAct): PostId | null => {
    if (act === 'set-theme') return null
    const answers = act === 'promise' || act === 'say-kept' || act === 'give-feedback'
    const post = answers ? stageNow(of).addressee : of.raiser
    return actor.posts.has(post) ? post : null
  },
  /** How many there are by theme and stage, never a word of them (decisions.md 14). */
  countEscalations: (actor: Actor): boolean => isPartnership(actor) || actor.offices.has('subgroup-chair'),
} as const

/** The business manager and the QA manager: they run every round. */
export function isPartnership({ offices }: Actor): boolean {
  return offices.has('business-manager') || offices.has('qa-manager')
}

/** Posts of the partnership: whoever may change who holds them is in charge of everything. */
export function isOffice({ kind }: Pick<Seat, 'kind'>): boolean {
  return OFFICES.includes(kind)
}

const OFFICES: readonly string[] = ['business-manager', 'qa-manager', 'panel-chair', 'subgroup-chair']
const OF_THE_AGENCY: readonly string[] = ['contributor', 'allocated-worker', 'supervising-manager']

/** What is asked once in a while, and answered once. */
function isAsked(action: Action, deed: Deed): boolean {
  if (deed === 'update') return owesUpdate(action)
  if (deed === 'seen') return action.state === 'withdrawn' && action.noticeOwed
  if (deed === 'say-impact')
    return action.state === 'confirmed' && action.checkOn !== null && action.impact === null
  return true
}

/** The post that owes the next answer. */
export function whoseTurn(action: Action): PostId {
  return DEEDS[action.state].by(action)
}

function isReview(act: FormAct): boolean {
  return FORM_ACTS[act] === 'partnership'
}

function isAlsoPartnerships(act: FormAct): boolean {
  return isReview(act) || act === 'record-for-worker'
}

/** Whose each act is; what is recorded for the worker may be the partnership's, too. */
const FORM_ACTS: Readonly<Record<FormAct, 'lead' | 'worker' | 'partnership'>> = {
  release: 'lead',
  see: 'worker',
  write: 'worker',
  send: 'worker',
  sign: 'lead',
  'send-back': 'partnership',
  close: 'partnership',
  ask: 'worker',
  explain: 'lead',
  correct: 'lead',
  'propose-times': 'lead',
  'record-meeting': 'lead',
  log: 'lead',
  'take-back': 'worker',
  'take-back-signature': 'lead',
  'record-for-worker': 'lead',
}

function holdsOne({ posts }: Actor, of: readonly PostId[]): boolean {
  return of.some((post) => posts.has(post))
}

function isOwn(actor: Actor, { lead, contributors }: Return): boolean {
  return holdsOne(actor, [lead, ...contributors])
}

/** The collator for its agencies, and the partnership. */
function isAsking(actor: Actor, { owedTo, way }: Return): boolean {
  return actor.posts.has(owedTo) || (isPartnership(actor) && way !== 'with-collator')
}

function partOf(of: Return, part: PartName) {
  if (part === 'chronology') return of.scope === 'out' ? undefined : of.chronology
  return of.scope === 'in' ? of.evaluation : undefined
}

function partState(of: Return, part: PartName) {
  return partOf(of, part)?.state
}

function partIsOwed(of: Return, part: PartName): boolean {
  const found = partOf(of, part)
  return found !== undefined && isOwed(found)
}

function partIsIn(of: Return, part: PartName): boolean {
  const found = partOf(of, part)
  return found !== undefined && isIn(found)
}

type Turn = { readonly by: (action: Action) => PostId; readonly deeds: readonly Deed[] }
const owner = (action: Action): PostId => action.owner
const raiser = (action: Action): PostId => action.raiser

/** Whose turn it is in each state, and what they may answer. */
const DEEDS: Readonly<Record<Action['state'], Turn>> = {
  open: { by: owner, deeds: ['update', 'report-done', 'ask-for-time', 'question'] },
  'more-time-asked': { by: raiser, deeds: ['agree-time', 'keep-day'] },
  questioned: { by: raiser, deeds: ['keep-action', 'withdraw'] },
  'reported-done': { by: raiser, deeds: ['confirm', 'dispute'] },
  confirmed: { by: raiser, deeds: ['say-impact'] },
  withdrawn: { by: owner, deeds: ['seen'] },
}
