import { expect, it } from 'vitest'

import { invitationMail } from './invitation-mail.ts'

const said = {
  partnership: 'Exampleshire safeguarding children partnership',
  by: 'Bea Officer-Test',
  contact: { name: 'Quinn Quality-Test', phone: '01632 960123' },
  until: 'Wednesday 20 June',
  link: 'https://cases.example.org/join/the-code',
}

it('An invitation says who asks, what for, until when, whom to ring, and that nobody asks for a password', () => {
  expect(invitationMail(said)).toEqual({
    subject: 'An invitation to Case Evaluations from Exampleshire safeguarding children partnership',
    text: [
      'Bea Officer-Test of Exampleshire safeguarding children partnership invites you to Case Evaluations. There agencies look together at how they worked, and see that what was promised happens.',
      'Open the link below and sign in with your work account. It works once, until Wednesday 20 June, and is for you alone: pass it on to nobody.',
      'Did you expect this? If not, or if you have a question, ring Quinn Quality-Test at the partnership before you open the link: 01632 960123.',
      'Nobody of the partnership will ever ask you for a password.',
    ].join('\n\n'),
    link: 'https://cases.example.org/join/the-code',
  })
})

it('The link stands in its place alone, and in no sentence', () => {
  const { subject, text } = invitationMail(said)
  expect(subject + text).not.toContain('the-code')
})

it('Before the partnership said its name and a number, whoever invites is named to be asked', () => {
  const { subject, text } = invitationMail({ ...said, partnership: '', contact: { name: '', phone: '' } })
  expect(subject).toBe('An invitation to Case Evaluations from the partnership')
  expect(text).toContain('Bea Officer-Test of the partnership invites you to')
  expect(text).toContain('ask Bea Officer-Test before you open the link.')
})
