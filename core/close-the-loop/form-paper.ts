import { ageInWords } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import { inWords as dayInWords } from '../calendar/words.ts'
import { DETAIL_WORDS, inWords } from '../cases/details.ts'
import type { ChildDetails } from '../cases/details.ts'
import type { DraftedPaper } from '../chronology/make-papers.ts'
import { momentWithYear } from '../chronology/words.ts'
import { fileNameOf } from '../documents/names.ts'
import type { Paper, PaperRow } from '../documents/paper.ts'
import type { FormId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import { PART_NAMES } from './parts.ts'
import type { FormView } from './views.ts'

/** `no-such-form` is also the answer to everyone whom it does not concern: the two look the same. */
export type DraftFormPaperRefused = 'no-such-form' | 'not-yours-to-make' | 'form-is-not-closed'

type Input = {
  readonly form: FormId
  /** The form as the person who asks may read it. */
  readonly view: FormView
  readonly today: Day
  readonly at: Moment
  /** Whether who the child is stands in it: asked for each time. */
  readonly withChild: boolean
}

/**
 * The finished form as a paper in its round's folder. Putting it together is a view of it, and of who the child is
 * when that is to stand in it; audited as such.
 */
export async function draftFormPaper(
  { reads, actor }: Deps,
  { form: id, view, today, at, withChild }: Input,
): Outcome<DraftedPaper, DraftFormPaperRefused> {
  const form = await reads.form(id)
  if (!form || !may.seeForm(actor, form)) return refused('no-such-form')
  if (!may.makePapers(actor)) return refused('not-yours-to-make')
  if (!may.makeFormPaper(actor, form)) return refused('form-is-not-closed')
  const of = await reads.case(form.case)
  if (!of) return refused('no-such-form')
  const child = withChild ? (await reads.detailsOf(form.case)).at(-1) : undefined
  if (withChild && !child) return refused('no-such-form')
  return ok({
    value: {
      folder: of.round,
      name: fileNameOf(form.reference, 'close the loop'),
      paper: formPaper(view, of.round, today, at, child),
    },
    changes: [],
    happened: [
      { kind: 'case-material-seen', case: form.case, what: 'form' },
      ...(child ? [{ kind: 'child-details-seen', case: form.case, via: { kind: 'form', id } } as const] : []),
    ],
  })
}

/** Appendix C in its order, under the case's reference: who the child is stands in it only when it was asked for. */
export function formPaper(
  view: FormView,
  round: string,
  today: Day,
  at: Moment,
  child?: ChildDetails,
): Paper {
  const { row, words, part, recordedFor } = view
  const day = (on: string | null) => (on ? dayInWords(on as Day, today) : 'Not recorded')
  return {
    title: `Case ${row.reference}: close the loop`,
    subtitle: `Round ${round}`,
    marking: 'Confidential: held for the partnership',
    facts: [
      { label: 'Lead person', value: whoIs(row.lead) },
      { label: 'Service', value: view.service ?? 'Not recorded' },
      ...(child ? childFacts(child, today) : []),
      { label: 'Case worker', value: whoIs(row.worker) },
      { label: 'Manager', value: whoIs(row.manager) },
      { label: 'Team', value: view.team ?? 'Not recorded' },
      { label: 'Type of case', value: view.caseType ?? 'Not recorded' },
      { label: 'Grade', value: view.grade ?? 'Not recorded' },
      { label: 'Auditors', value: view.panel.join(', ') || 'Not recorded' },
      { label: 'Panel day', value: day(view.panelDay) },
      { label: 'Read by worker', value: view.seenOn ? day(view.seenOn) : 'Not by the worker’s own reading' },
      { label: 'Completed', value: day(view.sentOn) },
      { label: 'Reviewed', value: day(view.reviewedOn) },
    ],
    table: {
      columns: [
        { title: 'Part', width: 3 },
        { title: 'What it says', width: 12 },
      ],
      rows: [
        ...line('What was good', words?.good),
        ...line('What was asked', words?.asked),
        ...line('Recorded by somebody else', recordedFor),
        ...line('The meeting', day(part?.metOn ?? null)),
        ...line('Invited', view.meeting.state === 'none' ? '' : view.meeting.invited.join('\n')),
        ...(['present', 'background', 'reflections', 'learning'] as const).flatMap((each) =>
          line(PART_NAMES[each], part?.[each]),
        ),
        ...line('The lead person’s note', view.leadNote),
        ...view.actions.flatMap((action) =>
          line(`Action ${action.number}`, `${action.what}\n${action.owner}. ${action.stateWords}.`),
        ),
      ],
    },
    notes: ['What the worker wrote stands as it was sent.'],
    footer: `${row.reference} close the loop, made on ${momentWithYear(at)}`,
  }
}

/** In the order of the form (OLD-143..149); the type of case stands further down. */
function childFacts(child: ChildDetails, today: Day): Paper['facts'] {
  const fact = (field: keyof ChildDetails) => ({ label: PAPER_LABELS[field], value: inWords(child, field) })
  return [
    fact('opened'),
    fact('name'),
    fact('born'),
    { label: 'Child’s age', value: ageInWords(child.born, today) },
    fact('gender'),
    fact('ethnicity'),
    fact('religion'),
  ]
}

const PAPER_LABELS = { ...DETAIL_WORDS, opened: 'Case opened', name: 'Child', born: 'Born' } as const

function line(name: string, says: string | null | undefined): readonly PaperRow[] {
  return says ? [{ cells: [name, says] }] : []
}

function whoIs({ title, holder }: FormView['row']['lead']): string {
  return `${holder ?? 'Nobody'}, ${title}`
}
