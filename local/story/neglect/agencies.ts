/** An agency of the example, by the short name that stands for it in all that follows. */
export type AgencyCode = (typeof agencies)[number]['id']

/** The eleven agencies of the round, with their lead persons (OLD-29) and who collates for whom (OLD-33). */
export const agencies = [
  agency('csc', "Children's Social Care", 'ada', 'Head of Safeguarding Unit'),
  agency('eh', 'Early Help', 'ben', 'Early Help Service Manager'),
  agency('pol', 'Police', 'cal', 'Detective Inspector'),
  agency('pat', 'Acute hospital trust', 'pia', 'Named Nurse', 'ccg'),
  agency('pcft', 'Community and mental health trust', 'pem', 'Named Nurse', 'ccg'),
  agency('gp', 'GPs', 'gil', 'Named GP', 'ccg'),
  agency('brw', 'Community provider', 'bri', 'Safeguarding Lead', 'ccg'),
  agency('ccg', 'Clinical commissioning group', 'dee', 'Designated Nurse'),
  agency('edu', 'Schools', 'eve', 'Safeguarding Lead for Schools'),
  agency('prob', 'Probation', 'ros', 'Senior Probation Officer'),
  agency('yjs', 'Youth Justice', 'yas', 'Youth Justice Manager'),
] as const

/** An agency's facts; undefined for no agency of the example. */
export function agencyOf(code: AgencyCode): (typeof agencies)[number] {
  const found = agencies.find(({ id }) => id === code)
  if (!found) throw new Error(`no agency ${code}`)
  return found
}

function agency<Id extends string>(
  id: Id,
  name: string,
  lead: string,
  jobTitle: string,
  collator: 'ccg' | null = null,
) {
  return { id, name, lead, jobTitle, collator }
}
