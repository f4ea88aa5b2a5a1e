import type { Day } from '../calendar/day.ts'
import type { AgencyId, Ids, PersonId, PostId, RoundId } from '../ids.ts'
import type { Result } from '../result.ts'
import { ok, refused } from '../result.ts'
import type { NewPerson, Write } from '../writes.ts'
import type { MemberInput } from './commands.ts'
import type { Member } from './round.ts'

export type MembersRefused =
  | 'no-such-agency'
  | 'agency-twice'
  | 'no-such-person'
  | 'no-such-collator'
  | 'collator-is-collated'

/** What is known of agencies and people before a round is written. */
export type Known = {
  readonly agencies: readonly { readonly id: AgencyId; readonly name: string }[]
  readonly people: readonly { readonly id: PersonId; readonly mail: string }[]
  /** Who holds the lead posts of the round as it was. */
  readonly holders: ReadonlyMap<PostId, PersonId>
}

type Setting = {
  readonly round: RoundId
  readonly before: readonly Member[]
  readonly known: Known
  readonly today: Day
  readonly ids: Ids
}

/**
 * The agencies of a round with the posts of their lead persons, and what has to be written for them: new
 * agencies, people, posts, and who holds them from today. An agency that stays keeps its post.
 */
export function membersFrom(
  inputs: readonly MemberInput[],
  { round, before, known, today, ids }: Setting,
): Result<{ readonly members: readonly Member[]; readonly writes: readonly Write[] }, MembersRefused> {
  const agencies = agenciesOf(inputs, known.agencies, ids)
  if (!agencies.ok) return agencies
  const collators = collatorsOf(inputs, agencies.value)
  if (!collators.ok) return collators
  const people = peopleOf(inputs, known.people, ids)
  if (!people.ok) return people

  const agencyWrites = agencies.value.filter(({ isNew }) => isNew)
  const writes: Write[] = [
    ...agencyWrites.map(({ id, name }) => ({ kind: 'agency', id, name }) as const),
    ...people.value.added.map((person) => ({ kind: 'person', person }) as const),
  ]
  const members = inputs.map((input, place) => {
    const { id, name } = at(agencies.value, place)
    const stays = before.find(({ agency }) => agency === id)
    const lead = stays?.lead ?? ids.next<PostId>()
    if (!stays) writes.push(leadPost(lead, id, name, round))
    const person = at(people.value.leads, place)
    if (person !== (known.holders.get(lead) ?? null))
      writes.push({ kind: 'holding', post: lead, person, as: 'holder', from: today })
    const { jobTitle, senior } = input
    return { agency: id, name, lead, jobTitle, senior, collator: at(collators.value, place) }
  })
  return ok({ members, writes })
}

function leadPost(id: PostId, agency: AgencyId, name: string, round: RoundId): Write {
  return { kind: 'post', id, post: 'lead-person', title: `${name} (lead person)`, agency, case: null, round }
}

type Named = { readonly id: AgencyId; readonly name: string; readonly isNew: boolean }

/** An agency that is typed by the name of a known one is that agency. */
function agenciesOf(
  inputs: readonly MemberInput[],
  known: Known['agencies'],
  ids: Ids,
): Result<readonly Named[], MembersRefused> {
  const found = inputs.map(({ agency, name }) => {
    const one = known.find(({ id, name: its }) => (agency === null ? isSame(its, name) : id === agency))
    if (one) return { ...one, isNew: false }
    return agency === null ? { id: ids.next<AgencyId>(), name, isNew: true } : undefined
  })
  const all = found.filter((each) => each !== undefined)
  if (all.length < found.length) return refused('no-such-agency')
  const twice = all.some((one, place) => all.slice(0, place).some(({ name }) => isSame(name, one.name)))
  return twice ? refused('agency-twice') : ok(all)
}

/** Who collates is a member of the round, and nobody collates for it (OLD-33). */
function collatorsOf(
  inputs: readonly MemberInput[],
  agencies: readonly Named[],
): Result<readonly (AgencyId | null)[], MembersRefused> {
  const collators = inputs.map(({ collator }) =>
    collator === null ? null : agencies.find(({ name }) => isSame(name, collator))?.id,
  )
  const all = collators.filter((each) => each !== undefined)
  if (all.length < collators.length) return refused('no-such-collator')
  const collated = new Set(agencies.filter((_, place) => all[place] !== null).map(({ id }) => id))
  return all.some((id) => id !== null && collated.has(id)) ? refused('collator-is-collated') : ok(all)
}

type Leads = { readonly leads: readonly (PersonId | null)[]; readonly added: readonly NewPerson[] }

/** Whoever has the mail address is that person: nobody is known twice. */
function peopleOf(
  inputs: readonly MemberInput[],
  known: Known['people'],
  ids: Ids,
): Result<Leads, MembersRefused> {
  const added: NewPerson[] = []
  const leads: (PersonId | null)[] = []
  for (const { lead } of inputs) {
    if (lead === null) leads.push(null)
    else if ('person' in lead) {
      if (!known.some(({ id }) => id === lead.person)) return refused('no-such-person')
      leads.push(lead.person)
    } else {
      const before = [...known, ...added].find(({ mail }) => isSame(mail, lead.mail))
      const id = before?.id ?? ids.next<PersonId>()
      if (!before) added.push({ id, ...lead })
      leads.push(id)
    }
  }
  return ok({ leads, added })
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

function at<T>(list: readonly T[], place: number): T {
  const found = list[place]
  if (found === undefined) throw new Error(`nothing at ${place}`)
  return found
}
