import type { ActionRow, Lateness } from '#core/actions/views.ts'
import type { DutyKindOf } from '#core/duties/duty.ts'
import type { DutyItem } from '#core/duties/views.ts'
import { isAboutAction } from '#core/duties/words.ts'

import { daysBetween } from '../days.ts'
import type { ShapeName } from './Shape.tsx'

type Standing = { readonly word: string; readonly shape: ShapeName }

/** The groups of the list of actions, in the order in which they are shown. */
export const groups: Readonly<Record<Lateness, Standing>> = {
  'very-late': { word: 'Very late', shape: 'diamond' },
  late: { word: 'Late', shape: 'triangle' },
  'due-soon': { word: 'Due soon', shape: 'half' },
  later: { word: 'Later', shape: 'ring' },
  'waiting-for-check': { word: 'Waiting for a check', shape: 'dot' },
  done: { word: 'Done', shape: 'tick' },
}

export const groupNames = Object.keys(groups) as readonly Lateness[]

/** Whether an action of this group still has to be done by its day. */
export const isOwing = (group: Lateness) => group !== 'waiting-for-check' && group !== 'done'

/** The shape of an action's state; its words come from the server. */
export const stateShapes: Readonly<Record<ActionRow['state'], ShapeName>> = {
  open: 'ring',
  'more-time-asked': 'half',
  questioned: 'question',
  'reported-done': 'dot',
  confirmed: 'tick',
  withdrawn: 'bar',
}

/** What a duty asks, as the state of its row. */
export function askOf(kind: DutyItem['kind']): Standing {
  return isAboutAction(kind) ? ASKS[kind] : ASKS['do-action']
}

const ASKS: Readonly<Record<DutyKindOf<'action'>, Standing>> = {
  'do-action': { word: 'To do', shape: 'ring' },
  'say-whether-it-happened': { word: 'Did it happen?', shape: 'dot' },
  'answer-more-time': { word: 'More time is asked for', shape: 'half' },
  'answer-question': { word: 'Something is not right', shape: 'question' },
  'update-action': { word: 'How does it stand?', shape: 'half' },
  'see-ended': { word: 'No longer asked', shape: 'bar' },
  'check-impact': { word: 'Did it help?', shape: 'question' },
  'consider-step-up': { word: 'Can it be stepped up now?', shape: 'half' },
}

/** Days before the due day in which something is due soon. */
const SOON = 14

/** Late, due soon, or later: seen from today. */
export function dutyGroup({ due }: Pick<DutyItem, 'due'>, today: string): 'late' | 'due-soon' | 'later' {
  const ahead = daysBetween(today, due)
  if (ahead < 0) return 'late'
  return ahead <= SOON ? 'due-soon' : 'later'
}
