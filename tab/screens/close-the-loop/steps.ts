import type { FormPart } from '#core/close-the-loop/parts.ts'
import type { FormView } from '#core/close-the-loop/views.ts'

/** The worker's way through the form, a page each. */
export const STEPS = ['read', 'meeting', 'background', 'reflections', 'learning', 'check'] as const
export type Step = (typeof STEPS)[number]

export const STEP_NAMES: Readonly<Record<Step, string>> = {
  read: 'What the panel found',
  meeting: 'The meeting',
  background: 'What it was about',
  reflections: 'Your reflections',
  learning: 'What can be learned',
  check: 'Check and send',
}

export const PARTS = [
  'meeting',
  'background',
  'reflections',
  'learning',
] as const satisfies readonly FormPart[]

/** The step in the address, or where the worker left off. */
export function stepOf(search: string, { row, written }: FormView): Step {
  if (row.state === 'released') return 'read'
  const named = new URLSearchParams(search).get('step')
  return STEPS.find((step) => step === named) ?? PARTS.find((part) => !written.includes(part)) ?? 'check'
}

export function stepAfter(step: Step): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? 'check'
}

export function stepBefore(step: Step): Step {
  return STEPS[STEPS.indexOf(step) - 1] ?? 'read'
}
