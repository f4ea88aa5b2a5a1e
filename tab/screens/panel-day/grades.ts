import { GRADE_LETTERS, GRADE_WORDS, GRADES } from '#core/cases/grade.ts'
import type { Grade } from '#core/cases/grade.ts'
import type { PanelCase } from '#core/panel-day/views.ts'

import type { ShapeName } from '../../parts/Shape.tsx'

/** "Good (G)": never a colour. */
export function gradeInWords(grade: Grade): string {
  return `${GRADE_WORDS[grade]} (${GRADE_LETTERS[grade]})`
}

export const gradeOptions = GRADES.map((id) => ({ id, name: gradeInWords(id) }))

/** What a case still waits for on panel day. */
export const panelStates: Readonly<Record<PanelCase['state'], { word: string; shape: ShapeName }>> = {
  'to-come': { word: 'To be recorded', shape: 'ring' },
  recorded: { word: 'Recorded, the chair confirms', shape: 'half' },
  confirmed: { word: 'Confirmed by the chair', shape: 'tick' },
}
