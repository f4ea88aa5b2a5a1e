import { addMinutes } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import type { DeedDone } from '../happened.ts'
import type { PostId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Actor } from '../people/post.ts'
import type { Deps, Done } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import { begin } from './decide.ts'
import type { ReturnDeed } from './deeds.ts'
import type { PartName, Return } from './return.ts'

/** `no-such-return` is also the answer to everyone whom it does not concern: the two look the same. */
export type WriteRefused =
  | 'no-such-return'
  | 'not-yours-to-write'
  | 'not-open-yet'
  | 'nothing-asked'
  | 'was-sent'
  | 'changed-meanwhile'

/** The return with the post as which the actor writes in it, or why not. */
export function toWrite(
  actor: Actor,
  of: Return | undefined,
  part: PartName,
  now: Moment,
): Result<{ readonly of: Return; readonly post: PostId }, WriteRefused> {
  if (!of || !may.seeReturn(actor, of)) return refused('no-such-return')
  const post = ownPost(actor, of)
  if (!post) return refused('not-yours-to-write')
  if (of.scope === 'out' || (of.scope === 'brief' && part === 'evaluation')) return refused('nothing-asked')
  if (of.opensAt > now) return refused('not-open-yet')
  return may.writeReturn(actor, of, part, now) ? ok({ of, post }) : refused('was-sent')
}

/** The agency's post that the actor holds for this return: its lead person's, or a contributor's. */
export function ownPost({ posts }: Actor, { lead, contributors }: Return): PostId | undefined {
  return [lead, ...contributors].find((post) => posts.has(post))
}

const DEEDS = { chronology: 'changed-entries', evaluation: 'changed-evaluation' } as const

/**
 * What writing in a part does to its return: the first word makes it a draft. Its history says who wrote, once
 * an hour at most, or every pause in the typing would be a line of it.
 */
export async function wroteIn(
  { reads, now }: Deps,
  of: Return,
  part: PartName,
  post: PostId,
): Promise<Pick<Done<never>, 'changes' | 'happened'>> {
  const begun = begin(of, part)
  const lately = begun ? [] : await reads.deedsSince(of.id, addMinutes(now, -60))
  return {
    changes: begun ? [{ kind: 'return', return: begun }] : [],
    happened: lately.includes(DEEDS[part]) ? [] : [done(of, DEEDS[part], post)],
  }
}

export function done({ id }: Return, deed: ReturnDeed, post: PostId | null): DeedDone<'return'> {
  return { kind: 'done', on: { kind: 'return', id }, deed, post }
}
