import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import { dayOf } from '#core/calendar/moment.ts'
import { momentInWords } from '#core/calendar/words.ts'
import type { Area } from '#core/escalation/areas.ts'
import { dangerLines } from '#core/escalation/danger.ts'
import type { EscalationDeed } from '#core/escalation/deeds.ts'
import { isOpen, isPromiseDue, isStepUpAsked, skippedBefore, stageNow } from '#core/escalation/escalation.ts'
import type { Escalation, Stage } from '#core/escalation/escalation.ts'
import { isUsable, nextRung } from '#core/escalation/ladder.ts'
import type { Ladder, Rung } from '#core/escalation/ladder.ts'
import type { AskedPost } from '#core/escalation/reads.ts'
import type {
  EscalationCount,
  EscalationList,
  EscalationOptions,
  EscalationRow,
  EscalationSettings,
  EscalationView,
  InDanger,
  RungView,
  StageView,
} from '#core/escalation/views.ts'
import {
  ESCALATION_DEED_DONE,
  escalationStateInWords,
  IN_DANGER,
  replyInWords,
  STAGE_ENDED,
} from '#core/escalation/words.ts'
import type { EscalationId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import { isPartnership } from '#core/people/post.ts'

import { askedPosts, referencesOf } from './escalation-reads.ts'
import { findDanger, findLadders } from './escalation-settings.ts'
import { findEscalation, findEscalations } from './escalations.ts'
import type { Names, Seen } from './seen.ts'
import { namesOf } from './views.ts'

/** A cell raises some dozens a year. */
const MOST = 500

type RegisterCut = { readonly cut: 'mine' | 'all'; readonly theme: Area | undefined }

/** The register: what concerns the person, or everything for the partnership; never a word that was typed. */
export async function viewEscalations(seen: Seen, { cut, theme }: RegisterCut): Promise<EscalationList> {
  const { trx, actor } = seen
  const ids = await trx
    .selectFrom('escalation')
    .select('id')
    .orderBy('raised_at', 'desc')
    .limit(MOST)
    .execute()
  const found = await findEscalations(
    trx,
    ids.map(({ id }) => id),
  )
  const shown = found
    .filter((each) => may.seeEscalation(actor, each))
    .filter((each) => cut === 'all' || isMine(seen, each))
    .filter((each) => theme === undefined || (each.theme ?? each.about) === theme)
  const names = await namesOf(seen, shown.flatMap(postsOf))
  return {
    items: shown.map((each) => rowOf(each, names, seen)),
    counts: may.countEscalations(actor) ? await countsOf(seen) : null,
    may: {
      raise: may.raiseEscalation(actor),
      seeAll: isPartnership(actor),
      set: may.setEscalations(actor),
    },
  }
}

/** One escalation as the person may see it; undefined when it does not concern them. */
export async function viewEscalation(seen: Seen, id: EscalationId): Promise<EscalationView | undefined> {
  const { trx, actor, today } = seen
  const found = await findEscalation(trx, id)
  if (!found || !may.seeEscalation(actor, found)) return undefined
  const names = await namesOf(seen, postsOf(found))
  const rights = rightsOf(seen, found)
  const { ladder, stages } = found
  const [next, ...further] = rungsFrom(ladder, nextRung(ladder, stageNow(found).rung))
  if (!next) throw new Error(`a ladder without a rung: ${ladder.id}`)
  return {
    row: rowOf(found, names, seen),
    version: found.version,
    concern: found.concern,
    ladder: { name: ladder.name, source: ladder.source },
    stages: stages.map((stage, place) => stageView(found, stage, place, names)),
    next,
    further,
    posts: rights.deny || rights.stepUp ? await nextPosts(seen, found) : [],
    outcome: 'outcome' in found ? found.outcome : null,
    feedback: 'feedback' in found ? found.feedback : null,
    reason: 'reason' in found ? found.reason : null,
    history: await historyOf(seen, id, today),
    may: rights,
  }
}

/** As whom and to whom a concern is raised, and by which procedure. */
export async function viewEscalationOptions({ trx, actor, today }: Seen): Promise<EscalationOptions> {
  const posts = await askedPosts(trx, actor, today)
  return {
    mine: posts.filter(({ own }) => own).map(named),
    others: posts.filter(({ own }) => !own).map(named),
    references: await referencesOf(trx, actor),
    ladders: (await findLadders(trx)).map((ladder) => ({
      id: ladder.id,
      name: ladder.name,
      source: ladder.source,
      usable: isUsable(ladder),
      first: replyInWords(ladder.rungs[0]?.reply ?? 'to-be-filled'),
      rungs: rungsFrom(ladder, 0),
    })),
  }
}

/** What to do when a child is in danger now, by area. */
export async function viewInDanger({ trx }: Seen): Promise<InDanger> {
  return { ...IN_DANGER, areas: [...dangerLines(await findDanger(trx))] }
}

/** What the business manager fills in; undefined for everybody else. */
export async function viewEscalationSettings({ trx, actor }: Seen): Promise<EscalationSettings | undefined> {
  if (!may.setEscalations(actor)) return undefined
  const { version, areas } = await findDanger(trx)
  return {
    danger: { version, areas: areas.map((area) => ({ ...area })) },
    ladders: (await findLadders(trx)).map((ladder) => ({
      ...ladder,
      usable: isUsable(ladder),
      rungs: ladder.rungs.map(({ reply, ...rung }) => ({
        ...rung,
        reply: reply === 'to-be-filled' ? null : reply,
      })),
    })),
  }
}

function named({ id, title, holder }: AskedPost) {
  return { id, name: `${title} (${holder})` }
}

async function nextPosts({ trx, actor, today }: Seen, found: Escalation) {
  const posts = await askedPosts(trx, actor, today)
  const asked = [found.raiser, stageNow(found).addressee]
  return posts.filter(({ id, own }) => !own && !asked.includes(id)).map(named)
}

function isMine({ actor }: Seen, of: Escalation): boolean {
  return actor.posts.has(of.raiser) || actor.posts.has(stageNow(of).addressee)
}

function postsOf({ raiser, stages }: Escalation) {
  return [raiser, ...stages.map(({ addressee }) => addressee)]
}

function rowOf(of: Escalation, names: Names, { actor, today }: Seen): EscalationRow {
  const { due, promise, rung, addressee } = stageNow(of)
  const day = promise?.by ?? due
  return {
    id: of.id,
    number: of.number,
    reference: of.reference,
    about: of.about,
    theme: of.theme,
    state: of.state,
    stateWords: escalationStateInWords(of.state, due, promise, today),
    stage: of.ladder.rungs[rung]?.name ?? '',
    skipped: of.stages.flatMap((_, place) => namesOfSkipped(of, place)),
    raiser: names(of.raiser),
    addressee: names(addressee),
    raisedOn: dayOf(of.raisedAt),
    due: day,
    owing: isOpen(of),
    yours: isTurn(of, actor.posts),
  }
}

function isTurn(of: Escalation, posts: ReadonlySet<string>): boolean {
  const { addressee, promise } = stageNow(of)
  if (of.state === 'waiting' || of.state === 'resolved') return posts.has(addressee)
  if (of.state === 'closed') return of.heardAt === null && posts.has(of.raiser)
  if (of.state !== 'promised') return false
  return posts.has(of.raiser) || (promise?.saidDone === null && posts.has(addressee))
}

function stageView(of: Escalation, stage: Stage, place: number, names: Names): StageView {
  const { ladder } = of
  const { promise, ended, skipBecause } = stage
  const rung = ladder.rungs[stage.rung]
  return {
    name: rung?.name ?? '',
    between: rung?.between ?? '',
    addressee: names(stage.addressee),
    openedOn: dayOf(stage.openedAt),
    due: stage.due,
    interimSafety: stage.interimSafety,
    skipped: skipBecause === null ? null : { names: namesOfSkipped(of, place), because: skipBecause },
    promise: promise && {
      what: promise.what,
      who: promise.who,
      by: promise.by,
      madeOn: dayOf(promise.madeAt),
      saidDoneOn: promise.saidDone && dayOf(promise.saidDone),
      waitsFor: promise.waits?.on ?? null,
    },
    ended: ended && { how: ended.how, words: STAGE_ENDED[ended.how], on: dayOf(ended.at) },
  }
}

function rightsOf({ actor, today }: Seen, of: Escalation): EscalationView['may'] {
  const { promise } = stageNow(of)
  const owns = (act: Parameters<typeof may.answerEscalation>[2]) => may.answerEscalation(actor, of, act)
  const isPromised = of.state === 'promised'
  const isDue = promise !== null && isPromiseDue(promise, today)
  return {
    promise: of.state === 'waiting' && owns('promise'),
    sayKept: isPromised && promise?.saidDone === null && owns('say-kept'),
    confirm: isOpen(of) && owns('confirm-kept'),
    deny: isPromised && isDue && owns('deny-kept'),
    stepUp: isOpen(of) && owns('step-up'),
    waitOn: isPromised && promise !== null && isStepUpAsked(promise, today) && owns('wait-on'),
    withdraw: isOpen(of) && owns('withdraw-escalation'),
    giveFeedback: of.state === 'resolved' && owns('give-feedback'),
    hearFeedback: of.state === 'closed' && of.heardAt === null && owns('hear-feedback'),
    setTheme: owns('set-theme'),
  }
}

function namesOfSkipped(of: Escalation, place: number): string[] {
  return skippedBefore(of, place).flatMap((rung) => of.ladder.rungs[rung]?.name ?? [])
}

function rungsFrom({ rungs }: Ladder, from: number): RungView[] {
  return rungs.slice(from).map((rung, n) => rungView(rung, from + n))
}

function rungView({ name, between, reply, says }: Rung, rung: number): RungView {
  return { rung, name, between, reply: replyInWords(reply), needsDay: reply === 'day-set', says }
}

async function countsOf({ trx }: Seen): Promise<EscalationCount[]> {
  const { rows } = await sql<EscalationCount>`select theme, stage::int as stage,
      count(*) filter (where open)::int as open, count(*) filter (where not open)::int as ended
    from escalation_count group by theme, stage order by theme, stage`.execute(trx)
  return rows
}

async function historyOf(seen: Seen, id: EscalationId, today: Day): Promise<EscalationView['history']> {
  const deeds = await seen.trx
    .selectFrom('deed_event')
    .leftJoin('person', 'person.id', 'deed_event.person_id')
    .select(['at', 'deed', 'post_id', 'person.name as person'])
    .where('subject_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(MOST)
    .execute()
  const names = await namesOf(
    seen,
    deeds.flatMap(({ post_id }) => (post_id ? [post_id] : [])),
  )
  return deeds.map(({ at, deed, person, post_id }) => ({
    at: momentInWords(at, today),
    who: person ? [person, ...(post_id ? [names(post_id)] : [])].join(', ') : 'The partnership',
    what: ESCALATION_DEED_DONE[deed as EscalationDeed],
  }))
}
