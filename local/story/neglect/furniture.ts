import { day } from '#core/calendar/day.ts'

import type { Furniture } from '../../house.ts'
import { TENANT } from '../tenant.ts'
import { agencies } from './agencies.ts'
import { escalationPosts } from './escalations.ts'
import { people } from './people.ts'

const since = day('2018-01-01')

/** The partnership's own posts; all others come into being through the round. */
const offices = [
  { id: 'bm', kind: 'business-manager', title: 'Business manager', held: 'bea' },
  { id: 'qa', kind: 'qa-manager', title: 'The panel (QA manager)', held: 'quinn' },
  { id: 'chair', kind: 'panel-chair', title: 'Chair of the panel', held: 'dir' },
  { id: 'subgroup', kind: 'subgroup-chair', title: 'Chair of the Audit and Scrutiny subgroup', held: 'sue' },
] as const

const board = [
  {
    id: 'board-csc',
    agency: 'csc',
    title: "Board representative, Children's Social Care",
    held: 'roz',
  },
] as const

/** Exampleshire before its round: the partnership, its agencies and its people. */
export const furniture: Furniture = {
  partnership: {
    name: 'Exampleshire safeguarding children partnership',
    contact_name: 'Bea Officer-Test',
    contact_phone: '01632 960123',
  },
  agency: agencies.map(({ id, name }) => ({ id, name })),
  person: people.map(({ id, name, road }, index) => ({
    id,
    name,
    road,
    mail: `${id}@example.org`,
    tenant_id: TENANT,
    aad_id: `0c5e0000-0000-4000-8000-${String(100 + index).padStart(12, '0')}`,
  })),
  evaluation_case: [],
  child_identity: [],
  post: [
    ...offices.map(({ id, kind, title }) => ({ id, kind, title, agency_id: null, case_id: null })),
    ...board.map(({ id, title, agency }) => ({
      id,
      kind: 'board-representative' as const,
      title,
      agency_id: agency,
      case_id: null,
    })),
    ...escalationPosts.map(({ id, title, agency }) => ({
      id,
      kind: 'escalation-lead' as const,
      title,
      agency_id: agency,
      case_id: null,
    })),
  ],
  post_holding: [...offices, ...board, ...escalationPosts].map(({ id, held }) => ({
    post_id: id,
    person_id: held,
    from_day: since,
    to_day: null,
    held_as: 'holder',
  })),
}
