import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'

import { namesTheChild } from './case.ts'

const wren = { name: 'Wren Ashby-Test', born: day('2014-02-03') }

describe('a text that goes onto a card is refused when it has', () => {
  it.each([
    ['the first name', 'See Wren alone at home.'],
    ['the first name in small letters', 'see wren alone at home'],
    ['the name in capitals', 'SEE WREN ALONE'],
    ['whose something is', 'Record Wren’s wishes.'],
    ['whose something is, typed plainly', "Record Wren's wishes."],
    ['the family name', 'Visit the Ashby household.'],
    ['both', 'See Wren Ashby alone.'],
    ['the name in brackets', 'See the child (Wren) alone.'],
    ['the name joined to a word', 'A Wren-led plan.'],
    ['an invisible letter in the name', 'See Wr\u200Ben alone.'],
    ['initials', 'See WA alone.'],
    ['initials with points', 'See W.A. alone.'],
    ['initials with a space', 'See W. A. alone.'],
    ['the date of birth', 'Child born 2014-02-03.'],
    ['the date of birth with strokes', 'Child born 03/02/2014.'],
    ['the date of birth without noughts', 'Child born 3/2/2014.'],
    ['the date of birth with points', 'Child born 03.02.2014.'],
    ['the date of birth with hyphens', 'Child born 03-02-2014.'],
    ['the date of birth with a short year', 'Child born 3/2/14.'],
    ['the date of birth in words', 'Child born 3 February 2014.'],
    ['the date of birth as it is spoken', 'Child born on the 3rd of Feb 2014.'],
  ])('%s', (_, text) => {
    expect(namesTheChild(text, wren)).toBe(true)
  })

  it('a name with an accent, typed without it, and the other way', () => {
    const zoe = { name: 'Zoë Núñez-Test', born: day('2010-05-05') }
    expect(namesTheChild('See Zoe alone.', zoe)).toBe(true)
    expect(namesTheChild('See the Nunez family.', zoe)).toBe(true)
    expect(namesTheChild('See Zoe\u0308 alone.', zoe)).toBe(true)
    expect(namesTheChild('See Zoë alone.', { ...zoe, name: 'Zoe Nunez-Test' })).toBe(true)
  })

  it('a name of two letters, written as a name', () => {
    const jo = { name: 'Jo Li-Test', born: day('2010-05-05') }
    expect(namesTheChild('See Jo alone.', jo)).toBe(true)
    expect(namesTheChild('Visit Li at school.', jo)).toBe(true)
  })
})

describe('it does not cry wolf on', () => {
  it.each([
    'See the child alone at home and at school and record their wishes.',
    'Tell the referrer the outcome of every contact within two working days.',
    'Send a weekly attendance note to Children’s Social Care.',
    'WAIT for the SWAT analysis; the child WAS seen.',
    'Ask the wrench and washboard project for a place.',
    'A renewed plan by 3 March 2014.',
    'Answer the request of 13/02/2014.',
    'Answer the request of 3/2/2015.',
    'Answer request 103/02/20145.',
    'Test the form.',
  ])('"%s"', (text) => {
    expect(namesTheChild(text, wren)).toBe(false)
  })

  it('the little word "A" for a child of whom one name is known', () => {
    expect(namesTheChild('A dip sample.', { name: 'Aoife-Test', born: day('2011-01-30') })).toBe(false)
  })

  it('"an" and "my" for a child whose name they are in capitals', () => {
    const an = { name: 'An My-Test', born: day('2011-01-30') }
    expect(namesTheChild('Write an answer to my letter.', an)).toBe(false)
  })

  it('a name with signs that mean something to a pattern', () => {
    const odd = { name: '(Kit) Moss-Test', born: day('2011-01-30') }
    expect(namesTheChild('Send a note.', odd)).toBe(false)
    expect(namesTheChild('Send Kit a note.', odd)).toBe(true)
  })
})
