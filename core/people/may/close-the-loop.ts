import type { FormAct } from '../../close-the-loop/commands.ts'
import { isOthers } from '../../close-the-loop/decide-beside.ts'
import type { Form } from '../../close-the-loop/form.ts'
import type { PostId } from '../../ids.ts'
import { holdsOne, isPartnership } from '../post.ts'
import type { Actor } from '../post.ts'
import { ofRounds } from './round.ts'

/** The close-the-loop form: lead person, worker, manager and partnership, each their part (decisions.md 20, 21). */
export const ofForms = {
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
    // Words that somebody else sent are not taken back by whoever follows them.
    !(act === 'take-back' && isOthers(form, actor.person)) &&
    (ofForms.actsAs(actor, form, act) !== null || (isAlsoPartnerships(act) && isPartnership(actor))),
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
  askAboutForm: (actor: Actor, form: Form): boolean =>
    ofForms.answerForm(actor, form) && form.question === null,
  answerFormQuestion: (actor: Actor, form: Form): boolean =>
    actor.posts.has(form.lead) && form.question !== null,
  /** Who is invited to the meeting: the form's own people, and nobody else. */
  joinMeeting: (
    actor: Actor,
    { lead, worker, manager }: Pick<Form, 'lead' | 'worker' | 'manager'>,
  ): boolean => holdsOne(actor, [lead, worker, manager]),
  /** The lead person arranges the meeting, records who was there and keeps a log until it is closed. */
  tendForm: (actor: Actor, form: Pick<Form, 'lead' | 'state'>): boolean =>
    actor.posts.has(form.lead) && form.state !== 'drafted' && form.state !== 'closed',
  takeTime: (actor: Actor, form: Form): boolean =>
    actor.posts.has(form.worker) &&
    form.question === null &&
    form.meeting?.state === 'proposed' &&
    form.state !== 'closed',
  /** What was sent is taken back until it is signed, a signature until it is reviewed. */
  takeBackForm: (actor: Actor, form: Form): boolean =>
    actor.posts.has(form.worker) && form.state === 'written' && !isOthers(form, actor.person),
  takeBackSignature: (actor: Actor, form: Form): boolean =>
    actor.posts.has(form.lead) && form.state === 'signed',
  /** The worker's part, recorded for the worker (decisions.md 9). */
  recordForWorker: (actor: Actor, form: Form): boolean =>
    (actor.posts.has(form.lead) || isPartnership(actor)) &&
    (form.state === 'released' || form.state === 'seen') &&
    form.question === null,
  /** The finished form as a paper. */
  makeFormPaper: (actor: Actor, form: Pick<Form, 'state'>): boolean =>
    ofRounds.makePapers(actor) && form.state === 'closed',
  /** What lead person and partnership say to one another about it. */
  readNotes: (actor: Actor, form: Pick<Form, 'lead'>): boolean =>
    actor.posts.has(form.lead) || isPartnership(actor),
  /** What the worker wrote: they themself, not whoever followed them; lead person and partnership once it was sent; the manager when it is shared (decisions.md 21). */
  readReflections: (actor: Actor, form: Form): boolean => {
    if (actor.posts.has(form.worker) && !isOthers(form, actor.person)) return true
    if (!('part' in form)) return false
    return (
      actor.posts.has(form.lead) ||
      isPartnership(actor) ||
      (actor.posts.has(form.manager) && form.part.shared)
    )
  },
} as const

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
