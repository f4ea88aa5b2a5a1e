import type { PersonId } from '../ids.ts'
import type { LetterMail } from '../prompts/letter-mail.ts'

/** What came of the mail with an invitation. `not-sent`: none left, for certain. `in-doubt`: it may have arrived. */
export type Mailed = 'sent' | 'not-sent' | 'in-doubt'

/**
 * The road of a mail that holds the code of an invitation. It stands in no outbox, because the code is kept nowhere:
 * it is tried once, by whoever made the code, and never again by itself.
 */
export interface InvitationRoad {
  invite(to: PersonId, mail: LetterMail): Promise<Mailed>
}

type Invited = {
  /** Empty until somebody gave it. */
  readonly partnership: string
  /** Who invites. */
  readonly by: string
  readonly contact: { readonly name: string; readonly phone: string }
  /** "Wednesday 20 June". */
  readonly until: string
  readonly link: string
}

/**
 * The mail with an invitation. Whoever gets it is known by nothing yet and should be wary: it says who asks, what for
 * and whom to ring, and names no child, no case and no round.
 */
export function invitationMail({ partnership, by, contact, until, link }: Invited): LetterMail {
  const whose = partnership === '' ? 'the partnership' : partnership
  const ask =
    contact.phone === ''
      ? `ask ${by} before you open the link`
      : `ring ${contact.name} at the partnership before you open the link: ${contact.phone}`
  return {
    subject: `An invitation to Case Evaluations from ${whose}`,
    text: [
      `${by} of ${whose} invites you to Case Evaluations. There agencies look together at how they worked, and see that what was promised happens.`,
      `Open the link below and sign in with your work account. It works once, until ${until}, and is for you alone: pass it on to nobody.`,
      `Did you expect this? If not, or if you have a question, ${ask}.`,
      'Nobody of the partnership will ever ask you for a password.',
    ].join('\n\n'),
    link,
  }
}
