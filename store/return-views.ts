import { dayOf, timeOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import { inWords } from '#core/calendar/words.ts'
import type { AgencyId, CollationId, PostId, ReturnId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import { inputsOf, notIn } from '#core/returns/decide.ts'
import { lookBackFrom } from '#core/returns/look-back.ts'
import { isIn } from '#core/returns/return.ts'
import type { PartName, Return } from '#core/returns/return.ts'
import type { CollationView, ReturnView } from '#core/returns/views.ts'
import { collationInWords, partInWords, scopeInWords } from '#core/returns/words.ts'
import { ownPost } from '#core/returns/writing.ts'

import { findCollation } from './collations.ts'
import type { Trx } from './database.ts'
import { postNames } from './people.ts'
import { findFrame } from './return-reads.ts'
import { findReturn, findReturnsOf } from './returns.ts'
import type { Names, Seen } from './seen.ts'
import { namesOf } from './views.ts'

/** A return as one person sees it now, without what is written in it; undefined when it does not concern them. */
export async function viewReturn(
  { trx, actor, today, now }: Seen & { readonly now: Moment },
  id: ReturnId,
): Promise<ReturnView | undefined> {
  const of = await findReturn(trx, id)
  if (!of || !may.seeReturn(actor, of)) return undefined
  const frame = await findFrame(trx, of.round)
  if (!frame) return undefined
  const { method } = frame
  const names = await postNames(trx, [of.lead, of.owedTo, ...of.contributors], today)
  const title: Names = (post) => names.get(post)?.title ?? 'a post that nobody holds'
  const owed = of.scope === 'in'
  return {
    id: of.id,
    version: of.version,
    reference: of.reference,
    agency: await agencyName(trx, of.agency),
    round: { id: of.round, code: frame.code, theme: frame.theme },
    scope: of.scope,
    scopeWords: scopeInWords(of),
    lead: title(of.lead),
    goesTo: of.way === 'direct' ? 'the partnership' : `the collator: ${title(of.owedTo)}`,
    opens: of.opensAt > now ? `${inWords(dayOf(of.opensAt), today)} at ${timeOf(of.opensAt)}` : null,
    chronology: of.scope === 'out' ? null : partInWords(of.chronology, today, owed),
    evaluation: of.scope === 'in' ? partInWords(of.evaluation, today, owed) : null,
    signOffDue: of.signOffDue,
    signOff: may.readReturn(actor, of, 'evaluation') ? signOffOf(of) : null,
    lookBackFrom: lookBackFrom(frame.start, method.sample.lookBackMonths),
    proposal: method.tool.proposal,
    aspectGrades: method.tool.aspectGrades,
    aspects: method.tool.aspects,
    documents: method.documents,
    contributors: of.contributors.map((post) => ({
      title: title(post),
      holder: names.get(post)?.holder ?? null,
    })),
    readBy: readers(of, title),
    may: {
      own: ownPost(actor, of) !== undefined,
      write: both((part) => may.writeReturn(actor, of, part, now)),
      send: both((part) => may.sendReturn(actor, of, part, now)),
      read: both((part) => may.readReturn(actor, of, part)),
      judge: both((part) => may.judgeReturn(actor, of, part)),
      invite: may.invite(actor, of),
    },
  }
}

/** What a collator brings together, as one person sees it now; undefined when it does not concern them. */
export async function viewCollation(
  seen: Seen & { readonly now: Moment },
  id: CollationId,
): Promise<CollationView | undefined> {
  const { trx, actor, today, now } = seen
  const of = await findCollation(trx, id)
  if (!of || !may.seeCollation(actor, of)) return undefined
  const frame = await findFrame(trx, of.round)
  if (!frame) return undefined
  const names = await namesOf(seen, [of.lead])
  const inputs = inputsOf(of, await findReturnsOf(trx, of.case))
  const agencies = await agencyNames(
    trx,
    inputs.map(({ agency }) => agency),
  )
  const name = (each: Return): string => agencies.get(each.agency) ?? ''
  const missing = new Set(notIn(inputs))
  return {
    id: of.id,
    version: of.version,
    reference: of.reference,
    agency: await agencyName(trx, of.agency),
    lead: names(of.lead),
    round: { id: of.round, code: frame.code, theme: frame.theme },
    state: of.state,
    due: of.due,
    words: collationInWords(of, today),
    opens: of.opensAt > now ? `${inWords(dayOf(of.opensAt), today)} at ${timeOf(of.opensAt)}` : null,
    inputs: inputs.map((each) => ({
      return: each.id,
      agency: name(each),
      scopeWords: scopeInWords(each),
      chronology: each.scope === 'out' ? null : partInWords(each.chronology, today, each.scope === 'in'),
      evaluation: each.scope === 'in' ? partInWords(each.evaluation, today, true) : null,
      missing: missing.has(each),
    })),
    statement: of.state === 'sent' ? of.statement : null,
    without: of.state === 'sent' ? inputs.filter((each) => wasMissing(each, of.sentAt)).map(name) : [],
    may: { sendOn: may.sendOn(actor, of) && of.opensAt <= now },
  }
}

/** A rule asked of each half of a return. */
function both(rule: (part: PartName) => boolean) {
  return { chronology: rule('chronology'), evaluation: rule('evaluation') }
}

/** Whether a part of it was not there when it was sent on. */
function wasMissing(of: Return, sentAt: Moment): boolean {
  if (of.scope !== 'in') return false
  return [of.chronology, of.evaluation].some((part) => !(isIn(part) && 'at' in part && part.at <= sentAt))
}

function signOffOf(of: Return): ReturnView['signOff'] {
  if (of.scope !== 'in' || !('signOff' in of.evaluation)) return null
  return { ...of.evaluation.signOff, grade: of.evaluation.grade }
}

/** Who reads what is typed: said where the person types. */
function readers({ way, owedTo }: Return, title: (post: PostId) => string): string {
  const then =
    way === 'direct'
      ? 'the partnership reads it'
      : `${title(owedTo)} reads it, and the partnership once it is sent on`
  return `Until you send this return, only the people of your agency who work on it can read it. Then ${then}.`
}

async function agencyName(trx: Trx, id: AgencyId): Promise<string> {
  return (await agencyNames(trx, [id])).get(id) ?? ''
}

async function agencyNames(trx: Trx, ids: readonly AgencyId[]): Promise<ReadonlyMap<AgencyId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('agency')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
