import { day } from '#core/calendar/day.ts'
import type { ReturnId } from '#core/ids.ts'
import { loadMethods } from '#core/method/library.ts'
import { refused } from '#core/result.ts'
import { acceptPart, sendBack } from '#core/returns/judge-part.ts'
import { saveAnswer } from '#core/returns/save-answer.ts'
import { saveEntry } from '#core/returns/save-entry.ts'
import { sendOn } from '#core/returns/send-on.ts'
import { sendChronology, sendEvaluation } from '#core/returns/send-part.ts'
import { remindCells } from '#core/round/grid/remind-cells.ts'
import { release } from '#core/round/release.ts'
import type { ReleaseTo } from '#core/round/round.ts'

import type { Played, Stage } from '../../story.ts'
import { agencyOf } from '../agencies.ts'
import type { AgencyCode } from '../agencies.ts'
import { chronologies } from '../chronologies/all.ts'
import { statements } from '../collations.ts'
import { evaluations } from '../evaluations/all.ts'
import { documentAnswer } from '../evaluations/documents.ts'
import type { Evaluated } from '../evaluations/evaluated.ts'
import { people } from '../people.ts'
import type { Selected } from '../selection.ts'
import type { Does } from '../step.ts'
import { inOneGo } from './in-one-go.ts'
import { onRound, personOf } from './stage.ts'

type Doing<K extends Does['kind']> = Extract<Does, { kind: K }>

export function writesChronology(stage: Stage, by: string, said: Doing<'write-chronology'>): Played {
  const told = chronologies[said.case].filter(({ agency }) => agency === said.agency)
  return onReturn(stage, said, (id) => {
    const entries = told.map(({ on, source, event, voice = '', raisedBy = '', response = '', seen }) => ({
      return: id,
      entry: null,
      words: { on: day(on), until: null, source, event, voice, raisedBy, response, responseSeen: seen },
    }))
    return stage.house.run(personOf(by), inOneGo(saveEntry), entries)
  })
}

export function writesEvaluation(stage: Stage, by: string, said: Doing<'write-evaluation'>): Played {
  const fields = fieldsOf(said.case, evaluated(said.case, said.agency))
  return onReturn(stage, said, (id) => {
    const answers = fields.map(([field, text]) => ({ return: id, field, text, version: 0 }))
    return stage.house.run(personOf(by), inOneGo(saveAnswer), answers)
  })
}

/** A text is written anew after its return came back; nobody else has touched it meanwhile. */
export function rewrites(stage: Stage, by: string, said: Doing<'rewrite'>): Played {
  const { field, text } = said
  return onReturn(stage, said, (id) =>
    stage.house.run(personOf(by), saveAnswer, { return: id, field, text, version: 1 }),
  )
}

export function sendsPart(stage: Stage, by: string, said: Doing<'send-part'>): Played {
  return onReturn(stage, said, (id) => {
    if (said.part === 'chronology') return stage.house.run(personOf(by), sendChronology, { return: id })
    const { grade, performance, impact } = evaluated(said.case, said.agency)
    const { lead, jobTitle } = agencyOf(said.agency)
    const name = people.find((each) => each.id === lead)?.name ?? ''
    const signing = { name, role: jobTitle, performance, impact, grade }
    return stage.house.run(personOf(by), sendEvaluation, { return: id, signing })
  })
}

export function sendsBack(stage: Stage, by: string, said: Doing<'send-back'>): Played {
  const { part, comment } = said
  return onReturn(stage, said, (id) => stage.house.run(personOf(by), sendBack, { return: id, part, comment }))
}

export function accepts(stage: Stage, by: string, said: Doing<'accept'>): Played {
  const { part } = said
  return onReturn(stage, said, (id) => stage.house.run(personOf(by), acceptPart, { return: id, part }))
}

export async function sendsOn({ house }: Stage, by: string, of: Selected): Played {
  const collation = await house.find.collation(of)
  if (!collation) return refused('no-such-collation')
  return house.run(personOf(by), sendOn, { collation, statement: statements[of], anyway: false })
}

export function reminds(stage: Stage, by: string, said: Doing<'remind'>): Played {
  return onRound(stage, (round) =>
    onReturn(stage, said, (id) =>
      stage.house.run(personOf(by), remindCells, { round, cells: [{ kind: 'return', id }] }),
    ),
  )
}

export function releases(stage: Stage, by: string, to: ReleaseTo): Played {
  return onRound(stage, (round, version) => stage.house.run(personOf(by), release, { round, to, version }))
}

async function onReturn(
  { house }: Stage,
  { case: of, agency }: { readonly case: Selected; readonly agency: AgencyCode },
  then: (id: ReturnId) => Played,
): Played {
  const id = await house.find.return(of, agency)
  return id ? then(id) : refused('no-such-return')
}

function evaluated(of: Selected, agency: AgencyCode): Evaluated {
  const found = evaluations[of].find((each) => each.agency === agency)
  if (!found) throw new Error(`no evaluation of ${of} by ${agency}`)
  return found
}

/** Every field that the agency filled in, the checklist of documents among them. */
function fieldsOf(of: Selected, said: Evaluated): readonly (readonly [field: string, text: string])[] {
  const { child, aspects = {} } = said
  const all = [
    ['strengths', said.strengths],
    ['improvements', said.improvements],
    ['difference', said.difference],
    ['child.met', child === undefined ? '' : child.met ? 'yes' : 'no'],
    ['child.words', child?.met ? child.words : ''],
    ['child.why-not', child?.met === false ? child.whyNot : ''],
    ...Object.entries(aspects).flatMap(([id, { text, grade = '' }]) => [
      [`aspect.${id}.text`, text] as const,
      [`aspect.${id}.grade`, grade] as const,
    ]),
    ...documents().flatMap((id) => {
      const { answer, note } = documentAnswer(of, said.agency, id)
      return [[`document.${id}`, answer] as const, [`document.${id}.note`, note] as const]
    }),
  ] as const
  return all.filter(([, text]) => text !== '')
}

function documents(): readonly string[] {
  const loaded = loadMethods()
  const method = loaded.ok ? loaded.value.find(({ id }) => id === 'oldham-full') : undefined
  return method?.documents.map(({ id }) => id) ?? []
}
