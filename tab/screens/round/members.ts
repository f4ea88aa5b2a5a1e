import type { RoundMember, RoundOptions } from '#core/round/views.ts'

/** An agency of the round as it is being written. `NEW` stands for somebody or something not on the list. */
export type MemberDraft = {
  readonly key: string
  /** Empty: an agency that the partnership did not know. */
  readonly agency: string
  readonly name: string
  readonly lead: string
  readonly newName: string
  readonly newMail: string
  readonly newRoad: 'teams' | 'mail' | 'both'
  readonly jobTitle: string
  readonly senior: boolean
  readonly collator: string
}

export const NEW = 'new'

const EMPTY = {
  agency: '',
  name: '',
  lead: '',
  newName: '',
  newMail: '',
  newRoad: 'mail',
  jobTitle: '',
  senior: false,
  collator: '',
} as const

/** The agencies that the partnership knows, as they took part last; seniority is declared for each round. */
export function knownMembers({ agencies }: RoundOptions): MemberDraft[] {
  return agencies.map(({ id, name, lead, jobTitle, collator }) => ({
    ...EMPTY,
    key: id,
    agency: id,
    name,
    lead: lead ?? '',
    jobTitle,
    collator: collator ?? '',
  }))
}

export function membersOf(members: readonly RoundMember[]): MemberDraft[] {
  return members.map(({ agency, name, lead, jobTitle, senior, collator }) => ({
    ...EMPTY,
    key: agency,
    agency,
    name,
    lead: lead?.person ?? '',
    jobTitle,
    senior,
    collator: collator ?? '',
  }))
}

export function anotherMember(known: RoundOptions['agencies'][number] | undefined): MemberDraft {
  return {
    ...EMPTY,
    key: crypto.randomUUID(),
    agency: known?.id ?? '',
    name: known?.name ?? '',
    lead: known?.lead ?? '',
    jobTitle: known?.jobTitle ?? '',
  }
}

/** As the server takes it. Who collates is taken back when that agency left the round. */
export function sentMembers(members: readonly MemberDraft[]) {
  const names = members.map(({ name }) => name)
  return members.map(({ agency, name, lead, newName, newMail, newRoad, jobTitle, senior, collator }) => ({
    agency: agency || null,
    name,
    collator: names.includes(collator) ? collator : null,
    lead:
      lead === NEW
        ? { name: newName, mail: newMail, jobTitle, road: newRoad }
        : lead === ''
          ? null
          : { person: lead },
    jobTitle,
    senior,
  }))
}

export type SentMember = ReturnType<typeof sentMembers>[number]
