import type { PersonId, TalkId } from '../../ids.ts'
import { namesAChild } from '../../incidents/withdraw-access.ts'
import type { Deps, Outcome } from '../../ports.ts'
import { ok, refused } from '../../result.ts'
import { may } from '../may.ts'
import type { RecordTalk } from './commands.ts'

/** `no-such-worker` is also the answer to everyone who sees no sheet of theirs: the two look the same. */
export type RecordTalkRefused =
  | 'no-such-worker'
  | 'not-yours-to-talk'
  | 'talk-is-to-come'
  | 'agreed-names-a-child'

/** "Talked through on ...": kept for the two, with what they agreed. */
export async function recordTalk(
  { reads, actor, ids, now, today }: Deps,
  { worker, on, agreed }: RecordTalk & { readonly worker: PersonId },
): Outcome<{ readonly id: TalkId }, RecordTalkRefused> {
  const things = await reads.supervision.supervised(worker)
  if (!may.seeSheet(actor, things)) return refused('no-such-worker')
  if (!may.recordTalk(actor, worker, things)) return refused('not-yours-to-talk')
  if (on > today) return refused('talk-is-to-come')
  // What is kept of a talk is about the work: no child's name stands in it.
  const cases = [...new Set(things.map((thing) => thing.case))]
  if (await namesAChild(reads, cases, agreed)) return refused('agreed-names-a-child')
  const id = ids.next<TalkId>()
  return ok({
    value: { id },
    writes: [{ kind: 'talk', talk: { id, worker, manager: actor.person, on, agreed, at: now } }],
    changes: [],
    happened: [{ kind: 'talked-through', talk: id }],
  })
}
