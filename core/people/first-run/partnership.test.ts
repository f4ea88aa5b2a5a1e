import { describe, expect, it } from 'vitest'

import { anActor } from '#tests/fixtures/an-actor.ts'

import type { PersonId, PostId } from '../../ids.ts'
import { may } from '../may.ts'
import { OFFICES } from '../post.ts'
import type { Office } from '../post.ts'
import { stepsDone } from './partnership.ts'
import type { Partnership } from './partnership.ts'

const begun: Partnership = {
  name: '',
  contactName: 'Bea Officer-Test',
  contactPhone: '',
  labels: null,
  calendarChecked: false,
  ready: false,
  version: 0,
}
const seats = (...held: readonly Office[]) =>
  OFFICES.map((kind) => ({
    post: kind as string as PostId,
    kind,
    holder: held.includes(kind) ? ('somebody' as PersonId) : null,
  }))

describe('a step of the first run is done', () => {
  it('when all that it asks for is there, and each by itself', () => {
    const none = stepsDone(begun, { agencies: 0, offices: seats('business-manager') })
    expect(none).toEqual({ partnership: false, agencies: false, people: false, calendar: false })
    const all = { ...begun, name: 'Exampleshire', contactPhone: '01632 960123', calendarChecked: true }
    const done = stepsDone(all, {
      agencies: 1,
      offices: seats('business-manager', 'qa-manager', 'panel-chair'),
    })
    expect(done).toEqual({ partnership: true, agencies: true, people: true, calendar: true })
  })

  it.each(['business-manager', 'qa-manager', 'panel-chair'] as const)('not while nobody is %s', (missing) => {
    const held = OFFICES.filter((kind) => kind !== missing)
    expect(stepsDone(begun, { agencies: 1, offices: seats(...held) }).people).toBe(false)
  })
})

describe('the offices are filled in the first run', () => {
  it.each(OFFICES)('by whoever is %s only when that is the business manager', (office) => {
    const actor = anActor([], [office])
    expect(may.setUpPartnership(actor)).toBe(office === 'business-manager')
    expect(may.fillOffices(actor, { ready: false })).toBe(office === 'business-manager')
  })

  it('by nobody when the partnership is ready', () => {
    for (const office of OFFICES) expect(may.fillOffices(anActor([], [office]), { ready: true })).toBe(false)
  })
})
