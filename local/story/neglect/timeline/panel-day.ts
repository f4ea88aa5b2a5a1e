import { actions } from '../actions.ts'
import { selected } from '../selection.ts'
import { later, step } from '../step.ts'
import type { Step } from '../step.ts'

/** Wednesday 6 June 2018: six cases, eighteen actions, and a draft of each form the same evening. */
export const panelDay: readonly Step[] = [
  ...selected.map((of, place) =>
    step(later('2018-06-06 10:25', 50 * place), 'quinn', { kind: 'record-panel', case: of }),
  ),
  ...actions.map(({ number }, place) =>
    step(later('2018-06-06 14:40', 4 * place), 'quinn', { kind: 'record-action', number }),
  ),
  ...selected.map((of, place) =>
    step(later('2018-06-06 16:00', 4 * place), 'dir', { kind: 'confirm-panel', case: of }),
  ),
  step('2018-06-06 16:40', 'dir', { kind: 'close-panel-day' }),
]
