import type { Day } from '../calendar/day.ts'
import type { PersonId } from '../ids.ts'
import type { FormNote } from './beside.ts'
import type { FormAnswer } from './commands.ts'
import { isWithWorker } from './decide-beside.ts'
import type { Form, WorkerPart } from './form.ts'
import { PART_NAMES } from './parts.ts'

/** The words of an answer that stand beside the form, each with its readers; none of them is in its history. */
export function notesOf(form: Form, answer: FormAnswer, by: PersonId, today: Day): readonly FormNote[] {
  const asker = form.question?.by ?? null
  switch (answer.deed) {
    case 'ask':
      return [{ kind: 'question', about: answer.about, on: null, text: answer.text, for: by }]
    case 'explain':
      return [{ kind: 'answer', about: null, on: null, text: answer.text, for: asker }]
    case 'correct':
      return [{ kind: 'answer', about: null, on: null, text: '', for: asker }]
    case 'log':
      return [{ kind: answer.what, about: null, on: answer.on, text: answer.text, for: null }]
    case 'send-back':
      return [{ kind: 'sent-back', about: null, on: today, text: answer.comment, for: null }]
    case 'release':
    case 'see':
    case 'write':
    case 'send':
    case 'sign':
    case 'close':
    case 'propose-times':
    case 'record-meeting':
    case 'take-back':
    case 'take-back-signature':
    case 'record-for-worker':
      return []
  }
}

/** What a worker had written, kept for them alone when the form goes on without it; none when nothing was. */
export function setAside(form: Form): readonly FormNote[] {
  // What nobody wrote is the meeting that was recorded: it stays on the form.
  if (!isWithWorker(form) || form.writer === null) return []
  const text = wordsOf(form.draft)
  return text === ''
    ? []
    : [{ kind: 'set-aside', about: null, on: form.draft.metOn ?? null, text, for: form.writer }]
}

function wordsOf(draft: Partial<WorkerPart>): string {
  return (['present', 'background', 'reflections', 'learning'] as const)
    .flatMap((part) => (draft[part] ? [`${PART_NAMES[part]}: ${draft[part]}`] : []))
    .join('\n\n')
}
