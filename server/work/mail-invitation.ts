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

/** The road of invitations, and the address under which whoever follows one finds the product. */
export type InvitationPost = InvitationRoad & { readonly home: string }

/** Of a copy of the data that sends nothing no invitation goes out either. */
export function invitationPost(
  road: InvitationRoad,
  home: string,
  maySend: () => Promise<boolean>,
): InvitationPost {
  return {
    home,
    invite: async (to, mail) => ((await maySend()) ? road.invite(to, mail) : 'not-sent'),
  }
}

type Made = {
  readonly person: PersonId
  readonly path: string
  readonly hash: string
  readonly until: Moment
}

/**
 * Sends the invitation that was just kept, once, and puts on the record what came of it. The path is in the mail and in
 * the answer to whoever invites, and nowhere else.
 */
export async function mailInvitation(
  running: Running,
  post: InvitationPost,
  request: Request,
  { person, path, hash, until }: Made,
): Promise<void> {
  const mail = invitationMail({
    ...(await whoInvites(running, request.person)),
    until: inWords(dayOf(until), dayOf(momentOf(running.realNow()))),
    link: `${post.home}${path}`,
  })
  // A road that breaks must not take the link away from whoever may still copy it.
  const came = await post.invite(person, mail).catch((): Mailed => 'in-doubt')
  await run(running, { ...request, key: null }, noteMailed, { person, hash, came })
}

async function whoInvites({ database }: Running, person: PersonId) {
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
