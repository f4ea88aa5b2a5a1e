import type { AgencyCode } from './agencies.ts'

/** The six cases that are looked at. */
export const selected = ['N-02', 'N-05', 'N-08', 'N-11', 'N-14', 'N-17'] as const
export type Selected = (typeof selected)[number]

/** The lead agency of each: it names the team and signs the close-the-loop form (decisions.md 3). */
export const leadAgency: Readonly<Record<Selected, AgencyCode>> = {
  'N-02': 'csc',
  'N-05': 'csc',
  'N-08': 'csc',
  'N-11': 'csc',
  'N-14': 'eh',
  'N-17': 'csc',
}

/** Who works with the child; N-17 changed hands on 13 June. */
export const teams: Readonly<
  Record<Selected, { readonly worker: string; readonly manager: string; readonly team: string }>
> = {
  'N-02': { worker: 'wil', manager: 'sid', team: 'Assessment team west' },
  'N-05': { worker: 'wyn', manager: 'sid', team: 'Assessment team west' },
  'N-08': { worker: 'wes', manager: 'sam', team: 'Family safeguarding north' },
  'N-11': { worker: 'walt', manager: 'sid', team: 'Assessment team west' },
  'N-14': { worker: 'wanda', manager: 'sky', team: 'Early Help locality two' },
  'N-17': { worker: 'wade', manager: 'sam', team: 'Family safeguarding north' },
}
