import type { Day } from '../calendar/day.ts'
import type { NotIndependent } from '../cases/independence.ts'
import { handOverForm } from '../close-the-loop/hand-over-form.ts'
import type { FormHandedOver } from '../close-the-loop/hand-over-form.ts'
import type { CaseId, PersonId, PostId } from '../ids.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { Write } from '../writes.ts'
import { namePerson } from './commands.ts'
import type { HandOver, PersonRef } from './commands.ts'
import { holding, takenFrom } from './fill-post.ts'
import type { HoldingWrite } from './fill-post.ts'
import { may } from './may.ts'
import { isOffice } from './post.ts'
import type { Holding, Seat } from './seats.ts'
import { stillIndependent } from './still-independent.ts'
import type { Move } from './still-independent.ts'

export type HandOverRefused =
  | NotIndependent
  | 'not-yours-to-hand-over'
  | 'no-such-person'
  | 'holds-nothing'
  | 'successor-leaves'
  | 'not-for-yourself'
  | 'day-has-passed'
  | 'changed-meanwhile'

type Input = HandOver & { readonly person: PersonId }

/**
 * Somebody leaves: every post that they hold from that day on goes to a successor, with all that it owes and is
 * owed, in one move (decisions.md 30), offices of the partnership with the rest. Their deputyships end. Nothing is
 * handed over that was not shown.
 */
export async function handOver(deps: Deps, said: Input): Outcome<{ posts: number }, HandOverRefused> {
  const { reads, actor } = deps
  if (!may.handOver(actor)) return refused('not-yours-to-hand-over')
  if (!(await reads.knowsPerson(said.person))) return refused('no-such-person')
  if (said.from < deps.today) return refused('day-has-passed')
  const held = await reads.seats.holdingsOf(said.person, said.from)
  const seats = await reads.seats.seats(held.map(({ post }) => post))
  const theirs = officesLast(held, seats)
  if (theirs.length === 0) return refused('holds-nothing')
  if (!isShown(theirs, said.posts)) return refused('changed-meanwhile')

  const all = await reads.seats.holdings(said.posts, said.from)
  const named = await successors(deps, said)
  if (!named.ok) return named
  const { of, writes } = named.value
  const leading = theirs.filter(({ as }) => as === 'holder')
  const moves = leading.map(({ post, as }): Move => ({ post, as, person: of(post) }))
  if (moves.some(({ person }) => person === said.person)) return refused('successor-leaves')
  const handedOn = theirs.flatMap((each) => handed(each, said.from, of, all))
  if (seats.some((seat) => !handedOn.every((each) => maySeat(deps, seat, each))))
    return refused('not-for-yourself')
  const independent = await stillIndependent(deps, seats, moves, said.from)
  if (!independent.ok) return independent
  const forms: FormHandedOver[] = []
  const working = said.from <= deps.today ? seats.filter(isWorker) : []
  for (const { case: it, post } of working.filter((seat) => leading.some((each) => each.post === seat.post)))
    forms.push(await handOverForm(deps, it, of(post), null))
  return ok({
    value: { posts: moves.length },
    writes: [...writes, ...handedOn, ...forms.flatMap((form) => form.writes)],
    changes: forms.flatMap(({ changes }) => changes),
    happened: forms.flatMap(({ happened }) => happened),
  })
}

/** Whoever leaves an office writes by its right until the last: the office goes after all else. */
function officesLast(held: readonly Holding[], seats: readonly Seat[]): readonly Holding[] {
  const offices = new Set(seats.filter(({ kind }) => isOffice(kind)).map(({ post }) => post))
  return held.toSorted((one, other) => Number(offices.has(one.post)) - Number(offices.has(other.post)))
}

/** Also who was to follow later is named by this move: nobody puts themselves into an office by it. */
function maySeat({ actor }: Deps, seat: Seat, { post, person }: HoldingWrite): boolean {
  return post !== seat.post || person === null || may.seat(actor, seat, person)
}

/** A worker's own words do not go to whoever follows (decisions.md 21). */
function isWorker(seat: Seat): seat is Seat & { readonly case: CaseId } {
  return seat.kind === 'allocated-worker' && seat.case !== null
}

/** What begins later is handed over on its own first day; who was to follow then, follows. */
function handed(
  each: Holding,
  leaves: Day,
  of: Successors['of'],
  all: readonly Holding[],
): readonly HoldingWrite[] {
  const { post, person, as, from } = each
  const begins = from > leaves ? from : leaves
  if (as === 'deputy') return [takenFrom(each, begins)]
  const planned = all.filter(
    (other) => other.post === post && other.as === as && other.from > begins && other.person !== person,
  )
  return [
    holding(post, of(post), as, begins),
    ...planned.map((other) => holding(post, other.person, as, other.from)),
  ]
}

function isShown(theirs: readonly Holding[], shown: readonly PostId[]): boolean {
  const posts = new Set(theirs.map(({ post }) => post))
  return posts.size === new Set(shown).size && shown.every((post) => posts.has(post))
}

type Successors = {
  readonly of: (post: PostId) => PersonId
  readonly writes: readonly Write[]
}

/** Everybody who is named, known or new: whoever is new and named twice is one person. */
async function successors(
  deps: Deps,
  { to, others }: HandOver,
): Promise<Result<Successors, 'no-such-person'>> {
  const fresh = new Map<string, PersonId>()
  const writes: Write[] = []
  const find = async (who: PersonRef): Promise<Result<PersonId, 'no-such-person'>> => {
    const mail = 'mail' in who ? who.mail.toLowerCase() : ''
    const known = fresh.get(mail)
    if (known) return ok(known)
    const named = await namePerson(deps, who)
    if (!named.ok) return named
    if (mail !== '') fresh.set(mail, named.value.person)
    writes.push(...named.value.writes)
    return ok(named.value.person)
  }
  const all = await find(to)
  if (!all.ok) return all
  const single = new Map<PostId, PersonId>()
  for (const { post, to: who } of others) {
    const one = await find(who)
    if (!one.ok) return one
    single.set(post, one.value)
  }
  return ok({ of: (post) => single.get(post) ?? all.value, writes })
}
