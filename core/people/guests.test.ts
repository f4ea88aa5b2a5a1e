import { describe, expect, it } from 'vitest'

import { day } from '../calendar/day.ts'
import type { AgencyId, PersonId, PostId } from '../ids.ts'
import type { Write } from '../writes.ts'
import { guestUntil, hasEnded, mayGuestHold, seatedBy } from './guests.ts'

const police = 'pol' as AgencyId
const guest = { agency: police, until: day('2018-09-04') }
const lead = 'lead' as PostId
const pia = 'pia' as PersonId

describe('a guest', () => {
  it('is let in on the last of 90 days, and not after it', () => {
    expect(guestUntil(day('2018-06-06'))).toBe('2018-09-04')
    expect(hasEnded(guest, day('2018-09-04'))).toBe(false)
    expect(hasEnded(guest, day('2018-09-05'))).toBe(true)
  })

  it('holds posts of their own agency, and no office, which has none', () => {
    expect(mayGuestHold(guest, { agency: police })).toBe(true)
    expect(mayGuestHold(guest, { agency: 'csc' as AgencyId })).toBe(false)
    expect(mayGuestHold(guest, { agency: null })).toBe(false)
  })
})

describe('who is seated by what is written', () => {
  const holding = (person: PersonId | null): Write => ({
    kind: 'holding',
    post: lead,
    person,
    as: 'holder',
    from: day('2018-06-06'),
  })
  const post: Write = {
    kind: 'post',
    id: lead,
    post: 'lead-person',
    title: 'x',
    agency: police,
    case: null,
    round: null,
  }

  it('knows the agency of a post that is made with them', () => {
    expect(seatedBy([post, holding(pia)])).toEqual([{ person: pia, post: lead, agency: police }])
    expect(seatedBy([holding(pia)])).toEqual([{ person: pia, post: lead, agency: undefined }])
  })

  it('is nobody when a holding ends', () => {
    expect(seatedBy([post, holding(null)])).toEqual([])
  })
})
