import { draftChronologyPaper, recordPaper } from '#core/chronology/make-papers.ts'
import { paperMade } from '#core/chronology/views.ts'
import { formPaperSchema } from '#core/close-the-loop/commands.ts'
import { draftFormPaper } from '#core/close-the-loop/form-paper.ts'
import { draftBlankForm, recordBlankForm } from '#core/close-the-loop/word-form.ts'
import type { KeptDocument, NotKept } from '#core/documents/documents.ts'
import { fileNameOf } from '#core/documents/names.ts'
import type { CaseId, FormId, RoundId } from '#core/ids.ts'
import { ok, refused } from '#core/result.ts'
import type { Result } from '#core/result.ts'
import { trackerOf } from '#core/round/pack/tracker.ts'
import { storyNow } from '#store/clock.ts'
import { viewForm } from '#store/form-views.ts'
import { findTrackerFacts } from '#store/pack-views.ts'
import { run } from '#store/run.ts'
import { draftTrackerPaper } from '#store/tracker-view.ts'

import { endpoint } from '../endpoint.ts'
import type { Call } from '../endpoint.ts'
import { writeExcel } from '../papers/excel.ts'
import { writeWordForm } from '../papers/word-form.ts'
import { writeWord } from '../papers/word.ts'
import { groupOf, WANTED, wantedOf } from './actions/wanted.ts'

/** A second try of the same press makes a second version: what was kept is never changed. */
export const paperEndpoints = [
  endpoint({
    method: 'POST',
    path: '/api/cases/:id/chronology/paper',
    summary: 'Makes the chronology of a case as a Word document in the round’s folder',
    input: null,
    output: paperMade,
    touches: 'case',
    may: 'makePapers',
    run: async (call) => {
      const id = call.params['id'] as CaseId
      const drafted = await run(call.running, unkept(call), draftChronologyPaper, { case: id })
      if (!drafted.ok) return drafted
      const { folder, name, paper } = drafted.value
      return made(call, { kind: 'case', id }, folder, name, await writeWord(paper))
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/forms/:id/paper',
    summary: 'Makes the finished close-the-loop form as a Word document in the round’s folder',
    input: formPaperSchema,
    output: paperMade,
    touches: 'form',
    may: 'makeFormPaper',
    run: async (call) => {
      const id = call.params['id'] as FormId
      const found = await call.look(async (seen) => {
        const view = await viewForm(seen, id)
        return view && { view, today: seen.today, at: await storyNow(seen.trx, call.running.realNow) }
      })
      if (!found) return refused('no-such-form')
      const drafted = await run(call.running, unkept(call), draftFormPaper, {
        form: id,
        withChild: call.input.withChild ?? false,
        ...found,
      })
      if (!drafted.ok) return drafted
      const { folder, name, paper } = drafted.value
      return made(call, { kind: 'form', id }, folder, name, await writeWord(paper))
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id/actions/paper',
    summary: 'Makes the list of a round’s actions, as it is filtered, as a Word document in its folder',
    input: null,
    output: paperMade,
    query: ['group', ...WANTED],
    touches: 'round',
    may: 'makePapers',
    run: async (call) => {
      const id = call.params['id'] as RoundId
      const group = groupOf(call.query)
      const wanted = wantedOf(call.query)
      if (!wanted || group === null) return refused('bad-input')
      const found = await call.look((seen) =>
        draftTrackerPaper(seen, id, wanted, group, call.running.realNow),
      )
      if (!found) return refused('no-such-round')
      const name = fileNameOf(found.code, 'actions')
      return made(call, { kind: 'round', id }, found.code, name, await writeWord(found.paper))
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/forms/:id/word-form',
    summary: 'Makes the close-the-loop form as a Word document to fill, in the round’s folder',
    input: null,
    output: paperMade,
    touches: 'form',
    may: 'recordForWorker',
    run: async (call) => {
      const form = call.params['id'] as FormId
      const drafted = await run(call.running, unkept(call), draftBlankForm, { form })
      if (!drafted.ok) return drafted
      const { folder, name } = drafted.value
      const kept = await call.outside.documents.keep(folder, name, await writeWordForm(drafted.value))
      if (!kept.ok) return kept
      const recorded = await run(call.running, unkept(call), recordBlankForm, { form })
      if (!recorded.ok) return recorded
      return ok({ body: { name: kept.value.name, ticket: await call.outside.tickets.issue(kept.value.id) } })
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id/tracker/paper',
    summary: 'Makes the tracker of a round as an Excel workbook in its folder',
    input: null,
    output: paperMade,
    touches: 'round',
    may: 'makePapers',
    run: async (call) => {
      const id = call.params['id'] as RoundId
      const found = await call.look(async (seen) => {
        const facts = await findTrackerFacts(seen, id)
        return facts && { facts, at: await storyNow(seen.trx, call.running.realNow) }
      })
      if (!found) return refused('no-such-round')
      const { facts, at } = found
      const bytes = await writeExcel(trackerOf(facts, { at, today: facts.today }))
      const { code } = facts.round
      return made(call, { kind: 'round', id }, code, fileNameOf(code, 'tracker'), bytes)
    },
  }),
]

type Anything = Pick<Call<null>, 'running' | 'request' | 'outside'>
type About = Parameters<typeof recordPaper>[1]['on']

/** Kept first, then recorded, then handed out: a paper that nobody recorded reaches nobody. */
async function made(call: Anything, on: About, folder: string, name: string, bytes: Uint8Array) {
  const { documents, tickets } = call.outside
  const kept: Result<KeptDocument, NotKept> = await documents.keep(folder, name, bytes)
  if (!kept.ok) return kept
  const recorded = await run(call.running, unkept(call), recordPaper, { on })
  if (!recorded.ok) return recorded
  return ok({ body: { name: kept.value.name, ticket: await tickets.issue(kept.value.id) } })
}

/** What a paper says is kept nowhere but in the paper. */
function unkept({ request }: Anything): Anything['request'] {
  return { ...request, key: null }
}
