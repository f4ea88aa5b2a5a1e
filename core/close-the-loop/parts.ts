import type { WorkerPart } from './form.ts'

/** The parts of Appendix C that the worker writes, in the order of the form (OLD-159..162). */
export const FORM_PARTS = ['meeting', 'background', 'reflections', 'learning'] as const
export type FormPart = (typeof FORM_PARTS)[number]

/** What the form cannot be sent without. */
export type Missing =
  | 'no-meeting-day'
  | 'no-meeting-people'
  | 'no-background'
  | 'no-reflections'
  | 'no-learning'

/** What each text of the worker's part is called outside it. */
export const PART_NAMES = {
  present: 'Who was there',
  background: 'What it was about',
  reflections: 'Reflections',
  learning: 'What can be learned',
} as const satisfies Partial<Record<keyof WorkerPart, string>>

/** What is still to be written before the form can be sent, in its order. */
export function whatIsMissing(draft: Partial<WorkerPart>): readonly Missing[] {
  return [
    ...(draft.metOn === undefined ? (['no-meeting-day'] as const) : []),
    ...(isBlank(draft.present) ? (['no-meeting-people'] as const) : []),
    ...(isBlank(draft.background) ? (['no-background'] as const) : []),
    ...(isBlank(draft.reflections) ? (['no-reflections'] as const) : []),
    ...(isBlank(draft.learning) ? (['no-learning'] as const) : []),
  ]
}

/** The parts that are written already: a count of them may stand on a card, their words never. */
export function partsWritten(draft: Partial<WorkerPart>): readonly FormPart[] {
  const missing = new Set(whatIsMissing(draft).map((each) => PART_OF[each]))
  return FORM_PARTS.filter((part) => !missing.has(part))
}

const PART_OF: Readonly<Record<Missing, FormPart>> = {
  'no-meeting-day': 'meeting',
  'no-meeting-people': 'meeting',
  'no-background': 'background',
  'no-reflections': 'reflections',
  'no-learning': 'learning',
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}
