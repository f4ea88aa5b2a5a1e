import type { MakePaperRefused } from '#core/chronology/make-papers.ts'
import type { NotKept } from '#core/documents/documents.ts'

import type { CasesReason } from './cases.ts'
import type { Sentence } from './sentence.ts'

export type DocumentsReason = Exclude<MakePaperRefused | NotKept, CasesReason>

/** Papers: made, kept, handed out. */
export const documentsProblems: Readonly<Record<DocumentsReason, Sentence>> = {
  'not-released-to-you': {
    status: 403,
    title: 'The chronology is not released to you yet',
    detail: 'It is released by the business manager, not by a day. You can read it here from then on.',
  },
  'not-yours-to-make': {
    status: 403,
    title: 'The partnership makes the papers',
    detail: 'You can read it here. Ask the business manager for the paper.',
  },
  'name-not-allowed': {
    status: 409,
    title: 'There are too many versions of this paper',
    detail: 'Nothing was kept. Ask the business manager to clear the round’s folder.',
  },
  'not-reachable': {
    status: 503,
    title: 'We could not reach the place where papers are kept',
    detail: 'Nothing was kept or handed out. Try again in a minute.',
  },
  'papers-not-allowed': {
    status: 403,
    title: 'The place for papers is closed to Case Evaluations',
    detail:
      'Nothing was kept or handed out, and trying again does not help. Ring the partnership: an administrator of the organisation has to allow it.',
  },
  'papers-locked': {
    status: 423,
    title: 'This paper is locked where papers are kept',
    detail:
      'Nothing was kept or handed out. Close it wherever it is open, then try again. If it stays so, ring the partnership.',
  },
  'no-room': {
    status: 503,
    title: 'There is no room where papers are kept',
    detail: 'Nothing was kept or handed out. Ring the partnership.',
  },
}
