import type { Reply } from '../../involvement/reply.ts'
import { concernedInRound } from '../../round/round.ts'
import type { Round } from '../../round/round.ts'
import { holdsOne, isPartnership } from '../post.ts'
import type { Actor } from '../post.ts'

/** Rounds are the partnership’s; an answer to the long list is its lead person’s (rules.md 2.4). */
export const ofRounds = {
  /** Rounds are set up by the partnership; its bank holidays are the business manager's. */
  setUpRound: (actor: Actor): boolean => isPartnership(actor),
  /** What of a round is the partnership's to do, in whatever state: so that a wrong moment is told from a wrong person. */
  runRound: (actor: Actor): boolean => isPartnership(actor),
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
} as const
