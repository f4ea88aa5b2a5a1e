import { recordAction } from '#core/actions/record-action.ts'
import { day } from '#core/calendar/day.ts'
import type { AgencyId, PostId } from '#core/ids.ts'
import { closePanelDay } from '#core/panel-day/close-panel-day.ts'
import { confirmPanel } from '#core/panel-day/confirm-panel.ts'
import { recordPanel } from '#core/panel-day/record-panel.ts'
import { refused } from '#core/result.ts'

import type { Played, Stage } from '../../story.ts'
import { actions, insteadOfA6 } from '../actions.ts'
import type { ActionPost } from '../actions.ts'
import { evaluations } from '../evaluations/all.ts'
import { panel } from '../panel.ts'
import type { Selected } from '../selection.ts'
import { CODE, onCase, onRound, personOf } from './stage.ts'

/** The panel keeps an agency's own grade, or changes it and says why. */
export function recordsPanel(stage: Stage, by: string, of: Selected): Played {
  const { judgement, regrades, good } = panel[of]
  const grades = evaluations[of].map(({ agency, grade }) => {
    const other = regrades.find((each) => each.agency === agency)
    return {
      agency: agency as string as AgencyId,
      panel: other?.to ?? grade,
      rationale: other?.rationale ?? null,
    }
  })
  return onCase(stage, of, (id) =>
    stage.house.run(personOf(by), recordPanel, { case: id, grades, judgement, good }),
  )
}

export function confirmsPanel(stage: Stage, by: string, of: Selected): Played {
  return onCase(stage, of, (id) => stage.house.run(personOf(by), confirmPanel, { case: id }))
}

export function closesPanelDay(stage: Stage, by: string): Played {
  return onRound(stage, (round, version) => stage.house.run(personOf(by), closePanelDay, { round, version }))
}

export async function recordsAction(stage: Stage, by: string, number: string): Played {
  const planned = [...actions, insteadOfA6].find((each) => each.number === number)
  if (!planned) return refused('no-such-action')
  const { case: of, what, help, due } = planned
  const owner = await postOf(stage, planned.owner, of)
  const raiser = await postOf(stage, planned.raiser, of)
  if (!owner || !raiser) return refused('no-such-post')
  return onCase(stage, of, (id) =>
    stage.house.run(personOf(by), recordAction, { case: id, owner, raiser, what, help, due: day(due) }),
  )
}

async function postOf({ house }: Stage, post: ActionPost, of: Selected): Promise<PostId | undefined> {
  if (post === 'panel') return 'qa' as PostId
  return post === 'worker' ? house.find.worker(of) : house.find.lead(CODE, post)
}
