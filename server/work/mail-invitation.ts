import { dayOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import { inWords } from '#core/calendar/words.ts'
import type { PersonId } from '#core/ids.ts'
import { invitationMail } from '#core/people/invitation-mail.ts'
import type { InvitationRoad, Mailed } from '#core/people/invitation-mail.ts'
import { noteMailed } from '#core/people/let-in.ts'
import { momentOf } from '#store/clock.ts'
import { findPartnership } from '#store/partnership.ts'
import { run } from '#store/run.ts'
import type { Request } from '#store/run.ts'
import type { Running } from '#store/running.ts'

import { faultLine } from '../log.ts'
import type { Log, LogLine } from '../log.ts'

/**
 * The road of invitations, the address under which whoever follows one finds the product, and the log, for what could
 * not be put on the record.
 */
export type InvitationPost = InvitationRoad & { readonly home: string; readonly log: Log }

/** Of a copy of the data that sends nothing no invitation goes out either. */
export function invitationPost(
  road: InvitationRoad,
  home: string,
  maySend: () => Promise<boolean>,
  log: Log,
): InvitationPost {
  return {
    home,
    log,
    invite: async (to, mail) => ((await maySend()) ? road.invite(to, mail) : 'not-sent'),
  }
}

type Made = {
  readonly person: PersonId
  readonly path: string
  readonly hash: string
  readonly until: Moment
}

/** `isReplaced`: another invitation took its place while the mail was on the way. */
export type CameOfMail = { readonly came: Mailed; readonly isReplaced: boolean }

/**
 * Sends the invitation that was just kept, once, and puts on the record what came of it. The path is in the mail and in
 * the answer to whoever invites, and nowhere else: so nothing that goes wrong from here on may take that answer away.
 */
export async function mailInvitation(
  running: Running,
  post: InvitationPost,
  request: Request,
  inviter: Inviter,
  { person, path, hash, until }: Made,
): Promise<CameOfMail> {
  const mail = invitationMail({
    ...inviter,
    until: inWords(dayOf(until), dayOf(momentOf(running.realNow()))),
    link: `${post.home}${path}`,
  })
  const came = await post.invite(person, mail).catch((): Mailed => 'in-doubt')
  const notNoted = (line: LogLine) =>
    post.log('invitation-not-noted', { person, came, reference: request.id, ...line })
  try {
    const noted = await run(running, { ...request, key: null }, noteMailed, { person, hash, came })
    if (noted.ok) return { came, isReplaced: !noted.value.stands }
    notNoted({ why: noted.reason })
  } catch (error) {
    notNoted(faultLine(error))
  }
  return { came, isReplaced: false }
}

export type Inviter = Pick<Parameters<typeof invitationMail>[0], 'partnership' | 'by' | 'contact'>

/** Who invites, as the mail says it. Read before the invitation is kept: one without its mail is nobody's wish. */
export async function whoInvites({ database }: Running, person: PersonId): Promise<Inviter> {
  return database.transact({ as: 'web', person }, async (trx) => {
    const partnership = await findPartnership(trx)
    const row = await trx.selectFrom('person').select('name').where('id', '=', person).executeTakeFirst()
    return {
      partnership: partnership?.name ?? '',
      by: row?.name ?? '',
      contact: { name: partnership?.contactName ?? '', phone: partnership?.contactPhone ?? '' },
    }
  })
}
