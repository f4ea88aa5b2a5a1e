import type { PersonRow } from '../../house.ts'

/** A person of the example, and what they are. Everybody is invented; every name ends in -Test. */
export type Someone = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly road: PersonRow['road']
}

/** The partnership's own people. */
const officers: readonly Someone[] = [
  someone('bea', 'Bea Officer-Test', 'Business manager'),
  someone('quinn', 'Quinn Officer-Test', 'QA manager'),
  someone('dir', 'Dir Officer-Test', 'Director, chair of the panel'),
  someone('sue', 'Sue Chair-Test', 'Chair of the Audit and Scrutiny subgroup'),
]

const leads: readonly Someone[] = [
  someone('ada', 'Ada Lead-Test', "Lead person, Children's Social Care"),
  someone('ben', 'Ben Lead-Test', 'Lead person, Early Help'),
  someone('cal', 'Cal Lead-Test', 'Lead person, Police'),
  someone('pia', 'Pia Nurse-Test', 'Named Nurse, acute hospital trust'),
  someone('pem', 'Pem Nurse-Test', 'Named Nurse, community and mental health trust'),
  someone('gil', 'Gil Practice-Test', 'Named GP, in another organisation', 'mail'),
  someone('bri', 'Bri Health-Test', 'Safeguarding Lead, community provider'),
  someone('dee', 'Dee Lead-Test', 'Designated Nurse, collates for health', 'both'),
  someone('eve', 'Eve Lead-Test', 'Lead person, Schools'),
  someone('dot', 'Dot Deputy-Test', 'Deputy lead person, Schools'),
  someone('ros', 'Ros Probation-Test', 'Lead person, Probation'),
  someone('yas', 'Yas Justice-Test', 'Lead person, Youth Justice'),
]

/** Who works with the children of the six cases; the one of N-14 works for another organisation. */
const teams: readonly Someone[] = [
  someone('wil', 'Wil Worker-Test', 'Allocated worker of case N-02'),
  someone('wyn', 'Wyn Worker-Test', 'Allocated worker of case N-05'),
  someone('wes', 'Wes Worker-Test', 'Allocated worker of case N-08'),
  someone('walt', 'Walt Worker-Test', 'Allocated worker of case N-11'),
  someone('wanda', 'Wanda Worker-Test', 'Lead practitioner of case N-14', 'mail'),
  someone('wade', 'Wade Worker-Test', 'Allocated worker of case N-17 until 12 June'),
  someone('willa', 'Willa Worker-Test', 'Allocated worker of case N-17 from 13 June'),
  someone('sid', 'Sid Manager-Test', 'Supervising manager of cases N-02, N-05 and N-11'),
  someone('sam', 'Sam Manager-Test', 'Supervising manager of cases N-08 and N-17'),
  someone('sky', 'Sky Manager-Test', 'Supervising manager of case N-14'),
]

const board: readonly Someone[] = [
  someone('roz', 'Roz Board-Test', "Board representative, Children's Social Care"),
]

/** Everybody in Exampleshire. */
export const people: readonly Someone[] = [...officers, ...leads, ...teams, ...board]

function someone(id: string, name: string, role: string, road: PersonRow['road'] = 'teams'): Someone {
  return { id, name, role, road }
}
