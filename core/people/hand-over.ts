import { addDays } from '../calendar/day.ts'
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
  | 'office-needs-own-successor'
  | 'not-for-yourself'
  | 'day-has-passed'
  | 'changed-meanwhile'

type Input = HandOver & { readonly person: PersonId }

/**
 * Somebody leaves: every post that they hold from that day on goes to a successor, with all that it owes and is
 * owed, in one move (decisions.md 30). An office of the partnership opens every case: who follows in it is said for it
 * alone. Their deputyships end, and whoever was to follow later does so. Nothing is handed over that was not shown.
 */
export async function handOver(deps: Deps, said: Input): Outcome<{ posts: number }, HandOverRefused> {
  const { reads, actor } = deps
  if (!may.handOver(actor)) return refused('not-yours-to-hand-over')
  if (!(await reads.knowsPerson(said.person))) return refused('no-such-person')
  if (said.from < deps.today) return refused('day-has-passed')
  const held = await reads.seats.holdingsOf(said.person, said.from)
  const seats = await reads.seats.seats(held.map(({ post }) => post))
  const theirs = rightsLast(held, seats)
  if (theirs.length === 0) return refused('holds-nothing')
  if (!isShown(theirs, said.posts)) return refused('changed-meanwhile')

  const all = await reads.seats.holdings(said.posts, said.from)
  const leading = theirs.filter(({ as }) => as === 'holder')
  const led = seats.filter(({ post }) => leading.some((each) => each.post === post))
  const named = await successors(deps, said, led)
  if (!named.ok) return named
  const { of, writes } = named.value
  const moves = leading.flatMap(({ post, as }): Move[] => {
    const person = of.get(post)
    return person === undefined ? [] : [{ post, as, person }]
  })
  if (moves.some(({ person }) => person === said.person)) return refused('successor-leaves')
  if (!led.every((seat) => moves.every((move) => maySeat(deps, seat, move))))
    return refused('not-for-yourself')
  const handedOn = theirs.map((each) => handed(each, said.from, of.get(each.post), all))
  const independent = await stillIndependent(deps, seats, moves, said.from)
  if (!independent.ok) return independent
  const forms: FormHandedOver[] = []
  const working = said.from <= deps.today ? led.filter(isWorker) : []
  for (const { case: it, post } of working) {
    const follows = of.get(post)
    if (follows !== undefined) forms.push(await handOverForm(deps, it, follows, null))
  }
  return ok({
    value: { posts: moves.length },
    writes: [...writes, ...forms.flatMap((form) => form.writes), ...handedOn],
    changes: forms.flatMap(({ changes }) => changes),
    happened: forms.flatMap(({ happened }) => happened),
  })
}

/**
 * Whoever hands over their own writes by the right of an office until the last: what gives it goes after all else,
 * and what begins later before what they have now.
 */
function rightsLast(held: readonly Holding[], seats: readonly Seat[]): readonly Holding[] {
  const giving = new Set(seats.filter(({ kind }) => GIVES_RIGHT.includes(kind)).map(({ post }) => post))
  return held
    .toReversed()
    .toSorted((one, other) => Number(giving.has(one.post)) - Number(giving.has(other.post)))
}

const GIVES_RIGHT: readonly string[] = ['business-manager', 'qa-manager']

/** Nobody puts themselves into an office by it. */
function maySeat({ actor }: Deps, seat: Seat, { post, person }: Move): boolean {
  return post !== seat.post || may.seat(actor, seat, person)
}

/** A worker's own words do not go to whoever follows (decisions.md 21). */
function isWorker(seat: Seat): seat is Seat & { readonly case: CaseId } {
  return seat.kind === 'allocated-worker' && seat.case !== null
}

/** What begins later is handed over on its own first day; who was to follow then, follows as it was said. */
function handed(
  each: Holding,
  leaves: Day,
  follows: PersonId | undefined,
  all: readonly Holding[],
): HoldingWrite {
  const { post, person, as, from } = each
  const begins = from > leaves ? from : leaves
  if (as === 'deputy' || follows === undefined) return takenFrom(each, begins)
  const [next] = all
    .filter((other) => other.post === post && other.as === as && other.from > begins)
    .map((other) => other.from)
    .toSorted()
  const until = next === undefined ? {} : { to: addDays(next, -1) }
  return { ...holding(post, follows, as, begins), only: person, ...until }
}

function isShown(theirs: readonly Holding[], shown: readonly PostId[]): boolean {
  const posts = new Set(theirs.map(({ post }) => post))
  return posts.size === new Set(shown).size && shown.every((post) => posts.has(post))
}

type Successors = {
  readonly of: ReadonlyMap<PostId, PersonId>
  readonly writes: readonly Write[]
}
type NoSuccessor = 'no-such-person' | 'office-needs-own-successor'

/** Who follows in each of these posts, known or new: whoever is new and named twice is one person. */
async function successors(
  deps: Deps,
  { to, others }: HandOver,
  led: readonly Seat[],
): Promise<Result<Successors, NoSuccessor>> {
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
  const of = new Map<PostId, PersonId>()
  for (const { post, to: who } of others) {
    const one = await find(who)
    if (!one.ok) return one
    of.set(post, one.value)
  }
  const rest = led.filter(({ post }) => !of.has(post))
  if (rest.some(({ kind }) => isOffice(kind))) return refused('office-needs-own-successor')
  if (to === undefined) return rest.length === 0 ? ok({ of, writes }) : refused('no-such-person')
  const all = await find(to)
  if (!all.ok) return all
  for (const { post } of rest) of.set(post, all.value)
  return ok({ of, writes })
}
