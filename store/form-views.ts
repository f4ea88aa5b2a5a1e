import { dayOf } from '#core/calendar/moment.ts'
import type { CaseFile } from '#core/cases/case-file.ts'
import { typeInWords } from '#core/cases/case-type.ts'
import { GRADE_WORDS } from '#core/cases/grade.ts'
import type { Slot } from '#core/close-the-loop/beside.ts'
import { forWorker, isWithWorker, withMeeting } from '#core/close-the-loop/decide-beside.ts'
import type { Form, WorkerPart } from '#core/close-the-loop/form.ts'
import { partsWritten } from '#core/close-the-loop/parts.ts'
import type { FormView, PartView } from '#core/close-the-loop/views.ts'
import type { DutyId, FormId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import type { FormItem } from '#core/prompts/letter.ts'

import { findDetails } from './case-details.ts'
import { findCaseFile } from './case-files.ts'
import { actionsOfCase } from './form-actions.ts'
import { besideOf } from './form-beside.ts'
import { formHistory } from './form-history.ts'
import { formPosts, formRows } from './form-lists.ts'
import { findNotes } from './form-notes.ts'
import { findForm } from './forms.ts'
import type { FormTable } from './schema-of-rounds.ts'
import type { Seen } from './seen.ts'
import { helpLine, namesOf } from './views.ts'

/** One form as the person may see it; undefined when it does not concern them. Words are behind their own wall. */
export async function viewForm(seen: Seen, id: FormId): Promise<FormView | undefined> {
  const { trx, actor } = seen
  const row = await trx.selectFrom('form').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || !may.seeFormStatus(actor, formPosts(row))) return undefined
  const found = await findForm(trx, id)
  const form = found && may.seeForm(actor, found) ? found : undefined
  const file = await findCaseFile(trx, row.case_id)
  const [standing] = await formRows(seen, [row])
  if (!standing) return undefined
  return {
    row: standing,
    version: row.version,
    help: await helpLine(trx),
    ...(await copiedFrom(seen, row, file)),
    panelDay: row.panel_day,
    // What was recorded for the worker proves no reading of theirs (OLD-158).
    seenOn: row.seen_at && row.seen_at !== row.recorded_at ? dayOf(row.seen_at) : null,
    sentOn: row.written_at && dayOf(row.written_at),
    reviewedOn: row.reviewed_on,
    words: form ? { good: form.good, asked: form.asked } : null,
    ...wordsOf(form, seen),
    own: actor.posts.has(row.worker_post),
    actions: await actionsOfCase(seen, row.case_id),
    history: await formHistory(seen, id, may.readNotes(actor, formPosts(row))),
    ...(await besideOf(seen, row, form)),
    caseOf: file && may.nameTeam(actor, file) ? file.id : null,
    may: {
      release: form !== undefined && may.releaseForm(actor, form),
      write: form !== undefined && may.answerForm(actor, form),
      sign: form !== undefined && may.signForm(actor, form),
      review: form !== undefined && may.reviewForm(actor, form),
      seeChild: form !== undefined,
      ask: form !== undefined && may.askAboutForm(actor, form),
      answerQuestion: form !== undefined && may.answerFormQuestion(actor, form),
      tend: may.tendForm(actor, formPosts(row)),
      takeTime: form !== undefined && may.takeTime(actor, form),
      takeBack: form !== undefined && may.takeBackForm(actor, form),
      takeBackSignature: form !== undefined && may.takeBackSignature(actor, form),
      recordFor: form !== undefined && may.recordForWorker(actor, form),
      makePaper: may.makeFormPaper(actor, row),
    },
  }
}

/** A form as its worker's card shows it: loaded as the worker, never by the sender. */
export async function formItem({ trx, actor, today }: Seen, id: FormId): Promise<FormItem | undefined> {
  const form = await findForm(trx, id)
  if (!form || !may.answerForm(actor, form)) return undefined
  const draft = isWithWorker(form) ? withMeeting(forWorker(form, actor.person), today) : {}
  return {
    good: form.good,
    asked: form.asked,
    seen: form.state === 'seen',
    written: partsWritten(draft),
    shared: draft.shared ?? false,
    metOn: draft.metOn ?? null,
    answered: form.state === 'released' && (await asked(trx, id, actor)),
  }
}

async function asked(trx: Seen['trx'], id: FormId, { person }: Seen['actor']): Promise<boolean> {
  const notes = await findNotes(trx, id)
  return notes.some(({ kind, person_id }) => kind === 'question' && person_id === person)
}

/** What the worker owes of a form now: to read it or to write in it. */
export async function workersDutyOf({ trx }: Seen, id: FormId): Promise<DutyId | undefined> {
  const open = await trx
    .selectFrom('duty')
    .select('id')
    .where('subject_id', '=', id)
    .where('kind', 'in', ['see-form', 'write-form'])
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return open?.id
}

/** The times from which the worker takes one. */
export async function slotsOf({ trx, actor }: Seen, id: FormId): Promise<readonly Slot[]> {
  const form = await findForm(trx, id)
  return form?.meeting?.state === 'proposed' && may.takeTime(actor, form) ? form.meeting.slots : []
}

/** "Case details copied from audit" (OLD-142..157): only for those who see the case itself. */
async function copiedFrom(seen: Seen, row: FormTable, file: CaseFile | undefined) {
  const { trx, actor } = seen
  const agency = await trx
    .selectFrom('post')
    .innerJoin('agency', 'agency.id', 'post.agency_id')
    .select('agency.name')
    .where('post.id', '=', row.lead_post)
    .executeTakeFirst()
  const copied = { service: agency?.name ?? null, team: null, caseType: null, grade: null, panel: [] }
  if (!file || !may.seeCase(actor, file)) return copied
  const of = await trx
    .selectFrom('evaluation_case')
    .select('threshold')
    .where('id', '=', row.case_id)
    .executeTakeFirst()
  const details = (await findDetails(trx, row.case_id)).at(-1)
  const names = await namesOf(seen, file.members)
  const grades = file.panel.state === 'to-come' ? [] : file.panel.grades
  const grade = grades.find((each) => each.agency === file.leadAgency)?.panel
  return {
    ...copied,
    team: file.team?.name ?? null,
    caseType: typeInWords(details?.type ?? null, of?.threshold ?? null),
    grade: grade ? GRADE_WORDS[grade] : null,
    panel: file.members.map(names),
  }
}

/** The worker's part and the notes on it, as far as the person may read them. */
function wordsOf(found: Form | undefined, { actor, today }: Seen) {
  const nothing = { part: null, written: [], leadNote: null, comment: null }
  const begins = found && isWithWorker(found) && may.answerForm(actor, found)
  const form = begins ? forWorker(found, actor.person) : found
  if (!form || !may.readReflections(actor, form)) return nothing
  const readsNotes = may.readNotes(actor, form)
  const part = 'part' in form ? form.part : isWithWorker(form) ? withMeeting(form, today) : {}
  return {
    part: partView(part),
    written: [...partsWritten(part)],
    leadNote: 'leadNote' in form && form.leadNote !== '' && readsNotes ? form.leadNote : null,
    comment: 'comment' in form && readsNotes ? form.comment : null,
  }
}

function partView(part: Partial<WorkerPart>): PartView {
  const {
    metOn = null,
    present = '',
    background = '',
    reflections = '',
    learning = '',
    shared = false,
  } = part
  return { metOn, present, background, reflections, learning, shared }
}
