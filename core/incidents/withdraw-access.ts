import { momentAt } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { namesTheChild } from '../cases/case.ts'
import type { CaseId, IncidentId } from '../ids.ts'
import { takenFrom } from '../people/fill-post.ts'
import { may } from '../people/may.ts'
import { isOffice } from '../people/post.ts'
import type { Deps, Outcome, Reads } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { Change } from '../subject.ts'
import type { Write } from '../writes.ts'
import type { Withdraw } from './commands.ts'
import { askedSince, reportBy } from './incident.ts'
import type { AboutIncident } from './incident.ts'

export type WithdrawRefused =
  | 'not-yours-to-withdraw'
  | 'no-such-thing'
  | 'not-open-to-them'
  | 'office-opens-every-case'
  | 'panel-first'
  | 'happened-names-a-child'

/**
 * "Sent to the wrong person" (decisions.md 29): one move withdraws the access, keeps what is known about it, and
 * starts the 72 hours. What was not sent yet does not go out; what is open is refused from this moment on.
 */
export async function withdrawAccess(
  deps: Deps,
  said: Withdraw,
): Outcome<{ id: IncidentId; number: string }, WithdrawRefused> {
  const { reads, actor, now, ids } = deps
  if (!may.withdraw(actor)) return refused('not-yours-to-withdraw')
  const about = await reads.incidents.about(said.about)
  if (!about) return refused('no-such-thing')
  if (await namesAChild(reads, about.cases, said.happened)) return refused('happened-names-a-child')
  const taken = await take(deps, about, said.what)
  if (!taken.ok) return taken
  const { since, writes, changes, cases } = taken.value
  const id = ids.next<IncidentId>()
  const number = await reads.incidents.nextNumber()
  const { subject, reference } = about
  const incident = {
    id,
    number,
    about: subject,
    reference,
    withdrawn: said.what,
    cases,
    since,
    happened: said.happened,
    raisedAt: now,
    raisedBy: actor.person,
    reportBy: reportBy(now),
    end: null,
    version: 0,
  }
  return ok({
    value: { id, number },
    writes: [...writes, { kind: 'incident', incident }],
    changes,
    happened: [
      { kind: 'access-withdrawn', incident: id, number },
      ...changes.flatMap((change) =>
        change.kind === 'round'
          ? [
              {
                kind: 'done' as const,
                on: { kind: 'round' as const, id: change.round.id },
                deed: 'withdrew-release' as const,
                post: null,
              },
            ]
          : [],
      ),
    ],
  })
}

type Taken = {
  readonly since: Moment
  /** Whose details could be seen. */
  readonly cases: readonly CaseId[]
  readonly writes: readonly Write[]
  readonly changes: readonly Change[]
}

async function take(
  deps: Deps,
  about: AboutIncident,
  what: Withdraw['what'],
): Promise<Result<Taken, WithdrawRefused>> {
  return what.kind === 'holding' ? takePost(deps, about, what) : takeRelease(deps, about, what.to)
}

/**
 * Whoever holds the post wrongly holds it no more from today on: with it goes everything of that post. Who was taken
 * out of it before somebody thought of an incident could open it all the same. An office opens every case, and is
 * never taken from somebody without another: it is no incident of one thing.
 */
async function takePost(
  { reads, today }: Deps,
  { posts, cases }: AboutIncident,
  { post, person }: Extract<Withdraw['what'], { kind: 'holding' }>,
): Promise<Result<Taken, WithdrawRefused>> {
  const seat = await reads.seats.seat(post)
  if (seat && isOffice(seat.kind)) return refused('office-opens-every-case')
  if (!seat || !posts.includes(post)) return refused('not-open-to-them')
  const held = (await reads.seats.holdings([post], today)).filter(
    (each) => each.person === person && each.from <= today,
  )
  const former = await reads.seats.former([post], askedSince(today))
  const [first] = [...held, ...former.filter((each) => each.person === person)]
    .map(({ from }) => from)
    .toSorted()
  if (first === undefined) return refused('not-open-to-them')
  const all = new Set([...cases, ...(await reads.incidents.casesOf(post))])
  return ok({
    since: momentAt(first, '00:00'),
    cases: [...all],
    writes: held.map((each) => takenFrom(each, today)),
    changes: [],
  })
}

/** A release is undone: the panel's before the QA manager's. */
async function takeRelease(
  { reads }: Deps,
  { subject, round: id, cases }: AboutIncident,
  to: 'qa' | 'panel',
): Promise<Result<Taken, WithdrawRefused>> {
  const round = subject.kind === 'round' ? await reads.round(id) : undefined
  if (round?.state !== 'evaluating') return refused('not-open-to-them')
  const since = to === 'qa' ? round.releasedToQa : round.releasedToPanel
  if (since === null) return refused('not-open-to-them')
  if (to === 'qa' && round.releasedToPanel !== null) return refused('panel-first')
  const undone = to === 'qa' ? { releasedToQa: null } : { releasedToPanel: null }
  return ok({ since, cases, writes: [], changes: [{ kind: 'round', round: { ...round, ...undone } }] })
}

/** The note is read outside the cases: no child's name stands in it. */
export async function namesAChild(
  reads: Pick<Reads, 'childOf'>,
  cases: readonly CaseId[],
  text: string,
): Promise<boolean> {
  for (const id of cases) {
    const child = await reads.childOf(id)
    if (child && namesTheChild(text, child)) return true
  }
  return false
}
