import type { Selected } from './selection.ts'

/** The Designated Nurse's shared view of what health's work meant for the child (OLD-104, OLD-117). */
export const statements: Readonly<Record<Selected, string>> = {
  'N-02':
    'Three parts of health each saw a tired child. Only the hospital asked why, and only the hospital told others.',
  'N-05':
    'Good work in each place, and a gap between them: the handover at school age and the missed clinics.',
  'N-08':
    'The teeth were seen by three of us and owned by none. The practice did not recall, and nobody asked it to.',
  'N-11':
    'Adult and child services worked from one plan. The mother’s health and the child’s are seen together.',
  'N-14': 'The hospital listened and told everyone. The practice and the school nurse were not in the room.',
  'N-17':
    'Health knew much and said little: a closed case, a notice to a person on leave, a request unanswered.',
}
