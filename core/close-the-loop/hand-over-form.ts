import type { CaseId, PersonId, PostId } from '../ids.ts'
import type { Deps, Done } from '../ports.ts'
import type { Write } from '../writes.ts'
import { handOver, isWithWorker } from './decide-beside.ts'
import { endedMeeting } from './ended-meeting.ts'
import { setAside } from './notes.ts'

/** What is written with a change of worker: nothing when no form is with one. */
export type FormHandedOver = Pick<Done<null>, 'changes' | 'happened'> & { readonly writes: readonly Write[] }

/**
 * An open close-the-loop form begins afresh with another worker, who is told at once: what the former one wrote is
 * set aside for them alone (decisions.md 21), and nothing that was to be sent to them goes out. `as`: the post as
 * which somebody named the new worker; null for the partnership.
 */
export async function handOverForm(
  { reads, now }: Pick<Deps, 'reads' | 'now'>,
  of: CaseId,
  worker: PersonId,
  as: PostId | null,
): Promise<FormHandedOver> {
  const nothing = { writes: [], changes: [], happened: [] }
  const form = await reads.formOf(of)
  if (!form || !isWithWorker(form)) return nothing
  const [before] = await reads.holdersOf([form.worker])
  if (worker === (form.writer ?? before?.person)) return nothing
  const notes = setAside(form)
  const after = handOver(form, now)
  return {
    writes: [
      ...notes.map((note) => ({ kind: 'form-note', form: form.id, note }) as const),
      ...(await endedMeeting(reads, form, after)),
    ],
    changes: [{ kind: 'form', form: after }],
    happened: [{ kind: 'done', on: { kind: 'form', id: form.id }, deed: 'handed-over-form', post: as }],
  }
}
