import type { Day } from '#core/calendar/day.ts'
import { dayOf } from '#core/calendar/moment.ts'
import { inWords, shortWords } from '#core/calendar/words.ts'
import type { Calendar } from '#core/calendar/working-days.ts'
import { countOf } from '#core/count.ts'
import { isAboutAction } from '#core/duties/words.ts'
import type { RoundId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import { dueOn } from '#core/round/days.ts'
import type { Round } from '#core/round/round.ts'
import { lackingIn } from '#core/round/send-long-list.ts'
import type { RoundView } from '#core/round/views.ts'
import { THEME_SOURCES } from '#core/round/words.ts'

import { findLabels } from './partnership.ts'
import { findRepliesOf } from './replies.ts'
import { dutiesInRound, lateIn } from './round-duties.ts'
import { roundReadsOf } from './round-reads.ts'
import { findRoundFor } from './round-views.ts'
import type { Seen } from './seen.ts'
import { timetableIn } from './timetable-view.ts'

/** The round's page, as one person sees it today; undefined when it does not concern them. */
export async function viewRound(seen: Seen, id: RoundId, calendar: Calendar): Promise<RoundView | undefined> {
  const { today } = seen
  const round = await findRoundFor(seen, id)
  if (!round) return undefined
  const { open, late, kinds } = await lateIn(seen, id)
  const counts = await countsOf(seen, id)
  const lacking = await lackingNow(seen, round, counts.listed)
  const flags = mayIn(seen, round)
  const { sample, name } = round.method
  return {
    id,
    version: round.version,
    code: round.code,
    theme: round.theme,
    state: round.state,
    says: howItStands(round, counts, late, today),
    sources: [...round.sources],
    sourceWords: round.sources.map((source) => THEME_SOURCES[source]),
    method: { name, longList: sample.longList },
    start: round.start,
    leftOut: [...round.leftOut],
    panelDay: dueOn(round, 'panel'),
    listReason: 'listReason' in round ? round.listReason : null,
    approval: 'approval' in round ? round.approval : null,
    closed: closedOn(round, today),
    members: await membersOf(seen, round),
    asks: { receipt: dueOn(round, 'confirmReceipt'), answers: dueOn(round, 'sayInvolvement') },
    lacking: {
      leadPerson: [...lacking.leadPerson],
      seniority: [...lacking.seniority],
      cases: lacking.cases,
    },
    counts,
    timetable: timetableIn(round, { calendar, open: kinds, today, labels: await findLabels(seen.trx) }),
    duties: [...(await dutiesInRound(seen, id))],
    late,
    open,
    next: nextIn(
      round,
      lacking,
      counts.listed,
      flags,
      [...kinds].some((kind) => !isAboutAction(kind)),
    ),
    may: flags,
  }
}

type Counts = RoundView['counts']

async function countsOf({ trx }: Seen, id: RoundId): Promise<Counts> {
  const replies = await findRepliesOf(trx, id)
  const listed = await trx
    .selectFrom('evaluation_case')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('round_id', '=', id)
    .executeTakeFirstOrThrow()
  const chosen = await trx
    .selectFrom('case_file')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('round_id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    listed: listed.n,
    asked: replies.length,
    received: replies.filter(({ state }) => state !== 'asked').length,
    given: replies.filter(({ state }) => state === 'given').length,
    chosen: chosen.n,
  }
}

async function lackingNow({ trx, today }: Seen, round: Round, listed: number) {
  const holders = await roundReadsOf(trx, today).holdersOf(round.members.map(({ lead }) => lead))
  return lackingIn(round, holders, listed)
}

async function membersOf({ trx, today }: Seen, round: Round): Promise<RoundView['members']> {
  const holders = await roundReadsOf(trx, today).holdersOf(round.members.map(({ lead }) => lead))
  const people = holders.size
    ? await trx
        .selectFrom('person')
        .select(['id', 'name', 'road'])
        .where('id', 'in', [...holders.values()])
        .execute()
    : []
  const replies = await findRepliesOf(trx, round.id)
  return round.members.map(({ agency, name, lead, jobTitle, senior, collator }) => {
    const person = people.find(({ id }) => id === holders.get(lead))
    return {
      agency,
      name,
      lead: person ? { person: person.id, name: person.name, road: person.road } : null,
      jobTitle,
      senior,
      collator: round.members.find((other) => other.agency === collator)?.name ?? null,
      reply: replies.find((reply) => reply.agency === agency)?.state ?? null,
    }
  })
}

function mayIn({ actor, today }: Seen, round: Round): RoundView['may'] {
  const isChosen = 'selectedAt' in round
  return {
    change: may.changeRound(actor, round),
    approve: may.approveTheme(actor, round),
    seeLongList: may.seeLongList(actor, round),
    writeLongList: may.changeRound(actor, round),
    send: may.sendLongList(actor, round),
    copy: may.setUpRound(actor),
    choose: may.selectCases(actor, round),
    grid: may.seeGrid(actor) && isChosen,
    panelDay: may.seePanelDay(actor, round),
    pack: may.seePack(actor) && isChosen && dueOn(round, 'panel') <= today,
    close: may.closeRound(actor, round),
  }
}

type Flags = RoundView['may']

/** The one thing to do next in this state. */
function nextIn(
  round: Round,
  { leadPerson, seniority }: ReturnType<typeof lackingIn>,
  listed: number,
  flags: Flags,
  owesBesideActions: boolean,
): RoundView['next'] {
  if (flags.approve) return 'record-approval'
  if (flags.choose) return 'choose-cases'
  if (flags.close && !owesBesideActions) return 'close-round'
  if (flags.grid && round.state === 'evaluating') return 'open-grid'
  if (!flags.send) return null
  if (listed === 0 || listed < round.method.sample.longList) return 'write-long-list'
  return leadPerson.length + seniority.length > 0 ? 'name-lead-persons' : 'send-long-list'
}

function howItStands(round: Round, counts: Counts, late: number, today: Day): string {
  return [stateSentence(round, counts, today), lateSentence(late)].filter(Boolean).join(' ')
}

function stateSentence(round: Round, { listed, asked, given, chosen }: Counts, today: Day): string {
  const panelDay = inWords(dueOn(round, 'panel'), today)
  switch (round.state) {
    case 'draft':
      return `${beginning(round.start, today)} The theme is not approved yet.`
    case 'approved': {
      const { longList } = round.method.sample
      return `${round.approval.by} approved the theme on ${shortWords(round.approval.on, today)}. The long list has ${listed} of ${longList} cases and was not sent yet.`
    }
    case 'list-sent':
      return `${given} of ${asked} agencies have said which children they know. Panel day is on ${panelDay}.`
    case 'evaluating':
      return `${countOf(chosen, 'case was', 'cases were')} chosen. Panel day is on ${panelDay}.`
    case 'panel-held':
      return `${countOf(chosen, 'case was', 'cases were')} looked at on panel day, ${panelDay}.`
    case 'complete':
      return `${countOf(chosen, 'case was', 'cases were')} looked at on panel day, ${panelDay}. The round was closed on ${shortWords(dayOf(round.completeAt), today)}.`
  }
}

function beginning(start: Day, today: Day): string {
  const first = inWords(start, today)
  return start < today ? `It was to begin on ${first}. Change the first day.` : `It begins on ${first}.`
}

function closedOn(round: Round, today: Day): RoundView['closed'] {
  if (round.state !== 'complete') return null
  return { on: shortWords(dayOf(round.completeAt), today), reason: round.closeReason }
}

function lateSentence(late: number): string {
  if (late === 0) return ''
  return late === 1 ? 'One thing is late.' : `${late} things are late.`
}
