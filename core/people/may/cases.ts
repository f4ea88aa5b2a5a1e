import type { CaseFile } from '../../cases/case-file.ts'
import { seatedOnPanel } from '../../round/round.ts'
import type { Round } from '../../round/round.ts'
import { holdsOne, isPartnership } from '../post.ts'
import type { Actor } from '../post.ts'

/** A case and its panel: the partnership, the chair, and the panel’s members for this case. */
export const ofCases = {
  /** The case's own page: the panel's members for this case, the chair, the partnership. */
  seeCase: (actor: Actor, file: CaseFile): boolean =>
    isPartnership(actor) || actor.posts.has(file.chair) || holdsOne(actor, [file.lead, ...file.members]),
  /** All that is sent about a child is stopped and started by the partnership (decisions.md 16). */
  pauseCase: (actor: Actor): boolean => isPartnership(actor),
  nameTeam: (actor: Actor, file: CaseFile): boolean => actor.posts.has(file.lead) || isPartnership(actor),
  /** Who the child is, and the rest of the form's details, is completed and put right by the lead agency. */
  correctDetails: (actor: Actor, file: CaseFile): boolean =>
    actor.posts.has(file.lead) || isPartnership(actor),
  /** The chronologies together: the business manager merges; others read what was released to them (decisions.md 18). */
  seeChronology: (actor: Actor, round: Round, file: CaseFile): boolean => {
    if (actor.offices.has('business-manager')) return true
    if (!('releasedToQa' in round)) return false
    if (actor.offices.has('qa-manager')) return round.releasedToQa !== null
    return ofCases.seeCase(actor, file) && round.releasedToPanel !== null
  },
  bookPanelDay: (actor: Actor, round: Round): boolean => isPartnership(actor) && round.state === 'evaluating',
  /** The running order: the partnership, the chair and the panel's members, each with the cases that they may see. */
  seePanelDay: (actor: Actor, round: Round): boolean =>
    'selectedAt' in round &&
    (isPartnership(actor) ||
      (round.state !== 'complete' &&
        (actor.posts.has(round.offices.chair) || round.members.some(({ lead }) => actor.posts.has(lead))))),
  /** Who is invited to it, and whoever deputises for them; who reads its running order alone is not. */
  joinPanelDay: (actor: Actor, round: Pick<Round, 'members' | 'offices'>): boolean =>
    holdsOne(actor, seatedOnPanel(round)),
  /** Whose panel day it is: the chair's and the partnership's, in whatever state. */
  holdPanelDay: (actor: Actor, { offices }: Pick<Round, 'offices'>): boolean =>
    isPartnership(actor) || actor.posts.has(offices.chair),
  closePanelDay: (actor: Actor, round: Round): boolean =>
    ofCases.holdPanelDay(actor, round) && round.state === 'evaluating',
  recordPanel: (actor: Actor, round: Round, file: CaseFile): boolean =>
    isPartnership(actor) && round.state === 'evaluating' && file.panel.state !== 'confirmed',
  /** The panel's grades are the chair's to confirm. */
  confirmPanel: (actor: Actor, file: CaseFile): boolean =>
    actor.posts.has(file.chair) && file.panel.state === 'recorded',
  /** Grades of all agencies: the partnership and the chair; panel members once panel day was closed. */
  seeGrades: (actor: Actor, round: Round, file: CaseFile): boolean =>
    isPartnership(actor) ||
    actor.posts.has(file.chair) ||
    (ofCases.seeCase(actor, file) && (round.state === 'panel-held' || round.state === 'complete')),
} as const
