import type { PersonId } from '#core/ids.ts'
import type { Installer } from '#core/people/installer.ts'
import type { Posted } from '#core/prompts/letter.ts'

import type { Desk } from './desk.ts'

/** Makes a way to somebody to whom there is none, where it can: the letter goes by it at its next turn. */
export type Reach = (person: PersonId) => Promise<NotYet>
type NotYet = Extract<Posted, { certainty: 'clear' }>

type Settings = {
  readonly installer: Installer
  /** The bot's own id in Teams. */
  readonly botId: string
  /** Where Teams takes messages of a tenant from which nobody has written yet. */
  readonly serviceUrl: string
  readonly realNow: () => number
}

const AGAIN_MS = 3_600_000
/** So many clear refusals are remembered; the oldest goes first. */
const MOST = 1000

/**
 * Installs the app for somebody who has not got it, once; a clear "no" is not asked again within the hour. Who took the
 * app away has said so: they do not get it back, and hear by mail until they install it themselves. The address is
 * kept as if the person had installed it themselves. Nothing is sent here: only a letter to a chat that is known
 * waits its turn under Teams' limits.
 */
export function reachByInstalling(
  desk: Pick<Desk, 'accountOf' | 'hasRemoved' | 'installed' | 'serviceUrlOf'>,
  { installer, botId, serviceUrl, realNow }: Settings,
): Reach {
  const refusals = new Map<PersonId, { readonly until: number; readonly why: string }>()
  const refuse = (person: PersonId, why: string): NotYet => {
    refusals.delete(person)
    refusals.set(person, { until: realNow() + AGAIN_MS, why })
    for (const [oldest] of refusals) {
      if (refusals.size <= MOST) break
      refusals.delete(oldest)
    }
    return never(why)
  }
  return async (person) => {
    const before = refusals.get(person)
    if (before && before.until > realNow()) return never(before.why)
    const account = await desk.accountOf(person)
    if (!account) return never('the bot is not installed for this person')
    if (await desk.hasRemoved(person)) return never('not-installed')
    const installed = await installer.install(account)
    if (!installed.ok) {
      const { retry, why, afterMs } = installed
      if (retry === 'never') return refuse(person, why)
      return { ok: false, certainty: 'clear', retry, why, ...(afterMs !== undefined && { afterMs }) }
    }
    await desk.installed(person, {
      tenantId: account.tenantId,
      userAadId: account.aadId,
      conversationId: installed.chat,
      serviceUrl: (await desk.serviceUrlOf(account.tenantId)) ?? serviceUrl,
      botId,
    })
    return { ok: false, certainty: 'clear', retry: 'later', why: 'the app was installed just now' }
  }
}

function never(why: string): NotYet {
  return { ok: false, certainty: 'clear', retry: 'never', why }
}
