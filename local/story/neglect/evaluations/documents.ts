import type { AgencyCode } from '../agencies.ts'
import type { Selected } from '../selection.ts'

export type DocumentAnswer = 'supplied' | 'not-applicable' | 'missing'

const supplied: Readonly<Partial<Record<AgencyCode, readonly string[]>>> = {
  csc: ['referral', 'assessment', 'strategy-discussion', 'section-47', 'plan', 'specialist-services'],
  eh: ['referral', 'assessment', 'plan', 'specialist-services'],
  pol: ['referral', 'strategy-discussion'],
  pat: ['referral', 'specialist-services'],
  pcft: ['assessment', 'plan', 'specialist-services'],
  gp: ['referral', 'specialist-services'],
  brw: ['assessment', 'specialist-services'],
  edu: ['referral', 'strategy-discussion', 'plan', 'specialist-services'],
}

/** What could not be found, with the note that says so. */
const missing: readonly {
  readonly case: Selected
  readonly agency: AgencyCode
  readonly document: string
  readonly note: string
}[] = [
  {
    case: 'N-02',
    agency: 'csc',
    document: 'referral',
    note: 'The first one is in the second system; asked for on 17 May.',
  },
  {
    case: 'N-05',
    agency: 'brw',
    document: 'assessment',
    note: 'The record was closed and is in the archive.',
  },
  { case: 'N-17', agency: 'gp', document: 'referral', note: 'The request of March was not kept.' },
]

/** Each document of the checklist for one return: the answer, and a note where there is one. */
export function documentAnswer(
  of: Selected,
  agency: AgencyCode,
  document: string,
): { readonly answer: DocumentAnswer; readonly note: string } {
  const gap = missing.find((each) => each.case === of && each.agency === agency && each.document === document)
  if (gap) return { answer: 'missing', note: gap.note }
  return { answer: supplied[agency]?.includes(document) ? 'supplied' : 'not-applicable', note: '' }
}
