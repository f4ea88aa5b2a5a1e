import type { Sentence } from './sentence.ts'

export type PeopleReason = 'no-such-person' | 'not-yours-to-choose'

/** People and posts to choose from. */
export const peopleProblems: Readonly<Record<PeopleReason, Sentence>> = {
  'no-such-person': {
    status: 422,
    title: 'There is no such person',
    detail: 'Choose a person from the list, or give a name and a mail address.',
  },
  'not-yours-to-choose': {
    status: 403,
    title: 'This list is for those who name people',
    detail: 'Lead persons and the partnership choose people from it.',
  },
}
