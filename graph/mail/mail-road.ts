import type { PersonId } from '#core/ids.ts'
import type { InvitationRoad, Mailed } from '#core/people/invitation-mail.ts'
import { mailOf } from '#core/prompts/letter-mail.ts'
import type { LetterMail } from '#core/prompts/letter-mail.ts'
import { notOurs } from '#core/prompts/letter.ts'
import type { LetterRoad, Posted } from '#core/prompts/letter.ts'

import type { GraphFault } from '../client/fault.ts'
import { CALLED_OFF } from '../client/graph.ts'
import type { Graph } from '../client/graph.ts'
import { at } from '../client/path.ts'

type Settings = {
  /** The mailbox as which the product writes; it may send from no other. */
  readonly mailbox: string
  /** A person's mail address; undefined when nobody has said one. */
  readonly addressOf: (person: PersonId) => Promise<string | undefined>
}

/**
 * Letters as mails from the product's mailbox: a reference, a sentence and a link. Nothing is kept in Sent Items: who
 * was asked about which case stands in our own record, and a mailbox is a second one with other readers and no end.
 */
export function graphMail(graph: Graph, { mailbox, addressOf }: Settings): LetterRoad & InvitationRoad {
  const send = (address: string, { subject, text, link }: LetterMail, mayGo?: () => boolean) =>
    graph.tell({
      method: 'POST',
      path: at`/users/${mailbox}/sendMail`,
      ...(mayGo && { mayGo }),
      body: {
        message: {
          subject,
          body: { contentType: 'text', content: `${text}\n\n${link}\n` },
          toRecipients: [{ emailAddress: { address } }],
        },
        saveToSentItems: false,
      },
    })
  return {
    async post(to, letter, isOurs) {
      const mail = mailOf(letter)
      if (!mail) return { ok: false, certainty: 'clear', retry: 'never', why: 'nothing to say' }
      const address = await addressOf(to)
      if (address === undefined)
        return { ok: false, certainty: 'clear', retry: 'never', why: 'no mail address is known' }
      const sent = await send(address, mail, isOurs)
      if (sent.ok) return { ok: true, activityId: null }
      return sent.fault.code === CALLED_OFF ? notOurs : whatWeKnow(sent.fault)
    },
    async invite(to, mail): Promise<Mailed> {
      const address = await addressOf(to)
      if (address === undefined) return 'not-sent'
      const sent = await send(address, mail)
      if (sent.ok) return 'sent'
      return sent.fault.reason === 'in-doubt' ? 'in-doubt' : 'not-sent'
    },
  }
}

/** What somebody can put right (a permission, the mailbox) is tried again; what is wrong with this mail is not. */
function whatWeKnow({ reason, retryAfterMs }: GraphFault): Posted {
  switch (reason) {
    case 'in-doubt':
      return { ok: false, certainty: 'in-doubt', why: 'no clear answer from the mailbox' }
    case 'refused':
      return { ok: false, certainty: 'clear', retry: 'never', why: 'the mailbox refused it' }
    case 'throttled':
    case 'not-there':
    case 'changed':
    case 'locked':
    case 'exists':
    case 'no-room':
    case 'not-allowed':
    case 'consent-missing':
    case 'signed-out':
    case 'not-reachable':
      return {
        ok: false,
        certainty: 'clear',
        retry: 'later',
        why: `mail: ${reason}`,
        ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }),
      }
  }
}
