import { describe, expect, it } from 'vitest'

import type { Moment } from '../calendar/moment.ts'
import type { AgencyId, PersonId } from '../ids.ts'
import type { Invitation } from './accounts.ts'
import { join } from './join.ts'
import type { Newcomer } from './sign-in.ts'

const at = (text: string): Moment => `${text}T12:00:00.000Z` as Moment
const wes = 'wes' as PersonId
const invitation: Invitation = {
  person: wes,
  agency: null,
  until: at('2018-06-20'),
  isUsed: false,
  isBound: false,
}
const member: Newcomer = { tenantId: 't', aadId: 'o', isGuest: false }
const guest: Newcomer = { ...member, isGuest: true }
const now = at('2018-06-19')

describe('joining with an invitation', () => {
  it('is for whoever has an account that is nobody’s here', () => {
    expect(join(invitation, member, undefined, now)).toEqual({ ok: true, value: invitation })
    expect(join(invitation, member, 'sam' as PersonId, now)).toEqual({ ok: false, reason: 'known-already' })
  })

  it.each([
    ['nobody made it', undefined, 'no-such-invitation'],
    ['it was used', { ...invitation, isUsed: true }, 'invitation-used'],
    ['the person has an account meanwhile', { ...invitation, isBound: true }, 'invitation-used'],
    ['its last moment has come', { ...invitation, until: now }, 'invitation-too-old'],
  ])('is refused when %s', (_, shown, reason) => {
    expect(join(shown, member, undefined, now)).toEqual({ ok: false, reason })
  })

  it('needs the agency of somebody who is a guest of the organisation', () => {
    expect(join(invitation, guest, undefined, now)).toEqual({ ok: false, reason: 'guest-without-agency' })
    const ofPolice = { ...invitation, agency: 'pol' as AgencyId }
    expect(join(ofPolice, guest, undefined, now)).toMatchObject({ ok: true })
    expect(join(ofPolice, member, undefined, now)).toMatchObject({ ok: true })
  })
})
