import { day } from '#core/calendar/day.ts'
import { keepDetails } from '#core/cases/keep-details.ts'
import { nameTeam } from '#core/cases/name-team.ts'
import type { AgencyId, CaseId } from '#core/ids.ts'
import { confirmReceipt } from '#core/involvement/confirm-receipt.ts'
import type { Answers } from '#core/involvement/reply.ts'
import { sayInvolvement } from '#core/involvement/say-involvement.ts'
import { selectCases } from '#core/involvement/select-cases.ts'
import { planPanelDay, recordMeeting } from '#core/panel-day/book-panel-day.ts'
import { nameDeputy } from '#core/people/name-deputy.ts'
import { refused } from '#core/result.ts'
import { approveTheme } from '#core/round/approve-theme.ts'
import { sendLongList } from '#core/round/send-long-list.ts'
import { setUpRound } from '#core/round/set-up-round.ts'
import { writeLongList } from '#core/round/write-long-list.ts'

import type { Played, Stage } from '../../story.ts'
import { agencies, agencyOf } from '../agencies.ts'
import type { AgencyCode } from '../agencies.ts'
import { detailsOf } from '../details.ts'
import { involvementOf } from '../involvement.ts'
import { longList } from '../long-list.ts'
import { leadAgency, selected } from '../selection.ts'
import type { Does } from '../step.ts'
import { CODE, onCase, onRound, personOf } from './stage.ts'

type Doing<K extends Does['kind']> = Extract<Does, { kind: K }>

/** Neglect was the theme of that year's joint inspections, and of a case review. Half-term is left out. */
export function setsUp({ house }: Stage, by: string): Played {
  return house.run(personOf(by), setUpRound, {
    theme: 'Neglect',
    sources: ['inspection-theme', 'case-review'],
    method: 'oldham-full',
    start: day('2018-05-07'),
    leftOut: [day('2018-05-28')],
    prefix: 'N',
    number: 2,
    members: agencies.map(({ id, name, collator, lead, jobTitle }) => ({
      agency: id as string as AgencyId,
      name,
      collator: collator && agencyOf(collator).name,
      lead: { person: personOf(lead) },
      jobTitle,
      senior: true,
    })),
  })
}

export function approves(stage: Stage, by: string, { on }: Doing<'approve-theme'>): Played {
  const said = { by: 'Audit and Scrutiny subgroup', on: day(on) }
  return onRound(stage, (round, version) =>
    stage.house.run(personOf(by), approveTheme, { round, version, said }),
  )
}

export async function namesDeputy(
  { house }: Stage,
  by: string,
  { agency, deputy, from }: Doing<'name-deputy'>,
): Played {
  const post = await house.find.lead(CODE, agency)
  if (!post) return refused('no-such-post')
  return house.run(personOf(by), nameDeputy, { post, who: { person: personOf(deputy) }, from: day(from) })
}

export function writesLongList(stage: Stage, by: string): Played {
  const said = { cases: longList.map((each) => ({ ...each, adults: [...each.adults] })) }
  return onRound(stage, (round, version) =>
    stage.house.run(personOf(by), writeLongList, { round, version, said }),
  )
}

export function sendsLongList(stage: Stage, by: string): Played {
  return onRound(stage, (round, version) =>
    stage.house.run(personOf(by), sendLongList, { round, version, said: { reason: null } }),
  )
}

export async function confirmsReceipt({ house }: Stage, by: string, agency: AgencyCode): Played {
  const reply = await house.find.reply(CODE, agency)
  return reply ? house.run(personOf(by), confirmReceipt, { reply }) : refused('no-such-reply')
}

export async function saysInvolvement({ house }: Stage, by: string, agency: AgencyCode): Played {
  const reply = await house.find.reply(CODE, agency)
  if (!reply) return refused('no-such-reply')
  const cases = [...(await house.find.cases(CODE))]
  const answers: Answers = Object.fromEntries(
    cases.map(([reference, id]) => [id, involvementOf(agency, reference)]),
  )
  return house.run(personOf(by), sayInvolvement, { reply, answers })
}

export function selects(stage: Stage, by: string): Played {
  return onRound(stage, async (round, version) => {
    const cases = await stage.house.find.cases(CODE)
    const chosen = selected.flatMap((reference): { case: CaseId; leadAgency: AgencyId }[] => {
      const id = cases.get(reference)
      return id ? [{ case: id, leadAgency: leadAgency[reference] as string as AgencyId }] : []
    })
    return stage.house.run(personOf(by), selectCases, {
      round,
      version,
      said: { cases: chosen, reason: null },
    })
  })
}

/** The calendar is asked between two transactions, as the product does. */
export function books(stage: Stage, by: string, { from, to }: Doing<'book-panel-day'>): Played {
  return onRound(stage, async (round, version) => {
    const said = { round, version, from, to }
    const planned = await stage.house.run(personOf(by), planPanelDay, said)
    if (!planned.ok) return planned
    const booked = await stage.meetings.book(planned.value)
    if (!booked.ok) return booked
    return stage.house.run(personOf(by), recordMeeting, { ...said, ...booked.value })
  })
}

export function namesTeam(stage: Stage, by: string, said: Doing<'name-team'>): Played {
  return onCase(stage, said.case, (id) =>
    stage.house.run(personOf(by), nameTeam, {
      case: id,
      worker: { person: personOf(said.worker) },
      manager: { person: personOf(said.manager) },
      team: said.team,
    }),
  )
}

export function keepsDetails(stage: Stage, by: string, { case: of, born }: Doing<'keep-details'>): Played {
  const said = born === undefined ? detailsOf(of) : { ...detailsOf(of), born }
  return onCase(stage, of, (id) => stage.house.run(personOf(by), keepDetails, { case: id, said }))
}
