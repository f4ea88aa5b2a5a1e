import type { Played, Stage } from '../../story.ts'
import type { Step } from '../step.ts'
import { answersAction, answersForm, writesForm } from './answers.ts'
import * as choosing from './choosing.ts'
import { answersEscalation, raisesEscalation, raisesInDanger } from './escalations.ts'
import * as panelDay from './panel-day.ts'
import * as returns from './returns.ts'

/** Takes a step of the story through the use cases, as the person who takes it. */
export function playStep(stage: Stage, { by, does }: Step): Played {
  switch (does.kind) {
    case 'set-up-round':
      return choosing.setsUp(stage, by)
    case 'approve-theme':
      return choosing.approves(stage, by, does)
    case 'name-deputy':
      return choosing.namesDeputy(stage, by, does)
    case 'write-long-list':
      return choosing.writesLongList(stage, by)
    case 'send-long-list':
      return choosing.sendsLongList(stage, by)
    case 'confirm-receipt':
      return choosing.confirmsReceipt(stage, by, does.agency)
    case 'say-involvement':
      return choosing.saysInvolvement(stage, by, does.agency)
    case 'select-cases':
      return choosing.selects(stage, by)
    case 'book-panel-day':
      return choosing.books(stage, by, does)
    case 'name-team':
      return choosing.namesTeam(stage, by, does)
    case 'keep-details':
      return choosing.keepsDetails(stage, by, does)
    case 'write-chronology':
      return returns.writesChronology(stage, by, does)
    case 'write-evaluation':
      return returns.writesEvaluation(stage, by, does)
    case 'rewrite':
      return returns.rewrites(stage, by, does)
    case 'send-part':
      return returns.sendsPart(stage, by, does)
    case 'send-back':
      return returns.sendsBack(stage, by, does)
    case 'remind':
      return returns.reminds(stage, by, does)
    case 'accept':
      return returns.accepts(stage, by, does)
    case 'send-on':
      return returns.sendsOn(stage, by, does.case)
    case 'release':
      return returns.releases(stage, by, does.to)
    case 'record-panel':
      return panelDay.recordsPanel(stage, by, does.case)
    case 'confirm-panel':
      return panelDay.confirmsPanel(stage, by, does.case)
    case 'close-panel-day':
      return panelDay.closesPanelDay(stage, by)
    case 'raise-escalation':
      return raisesEscalation(stage, by, does.number)
    case 'raise-in-danger':
      return raisesInDanger(stage, by)
    case 'answer-escalation':
      return answersEscalation(stage, by, does)
    case 'record-action':
      return panelDay.recordsAction(stage, by, does.number)
    case 'answer-action':
      return answersAction(stage, by, does)
    case 'answer-form':
      return answersForm(stage, by, does)
    case 'write-form':
      return writesForm(stage, by, does)
  }
}
