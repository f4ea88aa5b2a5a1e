import type { PromptsRefused } from '#core/prompts/change-prompts.ts'
import type { SettingsRefused } from '#core/prompts/change-settings.ts'

import type { DoorReason } from './doors.ts'
import { NOT_HERE } from './sentence.ts'
import type { Sentence } from './sentence.ts'

export type PromptsReason = Exclude<PromptsRefused | SettingsRefused, DoorReason>

/** When reminders go out, and what each person hears. */
export const promptsProblems: Readonly<Record<PromptsReason, Sentence>> = {
  'not-yours-to-edit-prompts': {
    status: 403,
    title: 'The business manager sets when reminders go out',
    detail: 'Ask the business manager. Nothing was changed.',
  },
  'no-such-settings': NOT_HERE,
  'away-backwards': {
    status: 422,
    title: 'The last day comes before the first',
    detail: 'Give the first and the last day away.',
    field: 'away',
  },
  'away-too-far': {
    status: 422,
    title: 'These days are too far away',
    detail:
      'The first day away is within the last six months, and the last is today or later and within a year. For longer, hand the posts over on the page People.',
    field: 'away',
  },
}
