import type { InvitationRoad } from '#core/people/invitation-mail.ts'
import { mailOf } from '#core/prompts/letter-mail.ts'
import { notOurs } from '#core/prompts/letter.ts'
import type { LetterRoad } from '#core/prompts/letter.ts'

import type { Mailbox } from './mailbox/mailbox.ts'

/** Letters and invitations as mails in this machine's mailbox. */
export function mailRoad(mailbox: Mailbox): LetterRoad & InvitationRoad {
  return {
    async post(to, letter, isOurs) {
      const mail = mailOf(letter)
      if (!mail) return { ok: false, certainty: 'clear', retry: 'never', why: 'nothing to say' }
      if (!isOurs()) return notOurs
      mailbox.put({ to, toName: to, ...mail, number: String(letter.number) })
      return { ok: true, activityId: null }
    },
    async invite(to, mail) {
      mailbox.put({ to, toName: to, ...mail, number: '' })
      return 'sent'
    },
  }
}
