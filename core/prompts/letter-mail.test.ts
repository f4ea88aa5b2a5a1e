import { describe, expect, it } from 'vitest'

import { anItem, around } from '#tests/fixtures/a-letter.ts'

import { mailOf } from './letter-mail.ts'

const letter = { number: 1042, replacement: false, items: [anItem()], around }

describe('a letter as a mail', () => {
  it('is a verb and a reference, a sentence, who helps, and a link to where it is answered', () => {
    expect(mailOf(letter)).toEqual({
      subject: 'Case N-08: one action is due tomorrow',
      text: `Action A2 of case N-08 needs an answer from you. ${around.help}`,
      link: 'http://localhost:3978/answer/duty-2',
    })
  })

  it('says nothing of what the action is: that is read after signing in', () => {
    expect(JSON.stringify(mailOf(letter))).not.toContain('referrer')
  })

  it('about several things is one mail that leads to all of them', () => {
    const mail = mailOf({ ...letter, items: [anItem(), anItem({ number: 'A3' })] })
    expect(mail).toMatchObject({ subject: '2 things are waiting for you', link: 'http://localhost:3978/' })
    expect(mail?.text).toContain('N-08 A2, N-08 A3')
  })

  it('that goes a second time says so', () => {
    expect(mailOf({ ...letter, replacement: true })?.text).toContain('You may already have this.')
  })

  it('with an overview says how many, and leads to where the rest is', () => {
    const overview = {
      kind: 'weekly',
      lines: [{ about: 'late', count: 1, references: ['N-08 A2'] }],
    } as const
    const mail = mailOf({ ...letter, items: [], overview })
    expect(mail?.link).toBe('http://localhost:3978/team')
    expect(mail?.text).toContain('N-08 A2')
  })

  it('with nothing to say is none', () => {
    expect(mailOf({ ...letter, items: [] })).toBeUndefined()
  })
})
