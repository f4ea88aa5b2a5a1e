import type { Threshold } from '../cases/case-file.ts'
import type { Involvement } from './reply.ts'
import type { ChoiceCheck, ReasonNeeded } from './selection.ts'

/** The four answers as an agency gives them. */
export const INVOLVEMENT_WORDS: Readonly<Record<Involvement, string>> = {
  known: 'Known',
  'known-briefly': 'Known briefly',
  'adult-only': 'Adult only',
  'not-known': 'Not known',
}

/** What each answer means, and what follows from it (decisions.md 6). */
export const INVOLVEMENT_MEANS: Readonly<Record<Involvement, string>> = {
  known: 'we worked with the child or the family.',
  'known-briefly': 'a contact or two. You are asked for no evaluation.',
  'adult-only': 'we worked with an adult of the family only.',
  'not-known': 'no record of them in this time.',
}

/** Thresholds as they are counted in a sentence: "two in need". */
const COUNTED: Readonly<Record<Threshold, string>> = {
  assessed: 'being assessed',
  'early-help': 'in early help',
  'early-help-closed': 'in early help that was closed',
  'child-in-need': 'in need',
  'child-protection': 'in protection',
  'child-in-care': 'in care',
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** "6 chosen. One being assessed, two in need, three in protection." */
export function chosenInWords(thresholds: readonly Threshold[]): string {
  if (thresholds.length === 0) return 'No case is chosen yet.'
  const counts = Object.entries(COUNTED).flatMap(([threshold, words]) => {
    const count = thresholds.filter((each) => each === threshold).length
    return count === 0 ? [] : [`${numberInWords(count)} ${words}`]
  })
  return `${thresholds.length} chosen. ${capital(counts.join(', '))}.`
}

/** What of the rule a choice does not keep, one sentence each; none when it keeps it. */
export function ruleInWords(
  { number, missing }: ChoiceCheck,
  { from, to }: { readonly from: number; readonly to: number },
): readonly string[] {
  const range = from === to ? `${from}` : `${from} to ${to}`
  return [
    ...(number === 'too-few' ? [`The method asks for ${range} cases: these are too few.`] : []),
    ...(number === 'too-many' ? [`The method asks for ${range} cases: these are too many.`] : []),
    ...missing.map((wanted) => `None is ${COUNTED[wanted]}.`),
  ]
}

/** What the reason has to explain: "Say why, because: ...". */
export const REASON_NEEDED: Readonly<Record<ReasonNeeded, string>> = {
  'reason-for-unanswered': 'not every agency has answered',
  'reason-for-number': 'the number is not what the method asks for',
  'reason-for-thresholds': 'a threshold has no case',
  'reason-for-other-than-the-aid': 'the scores propose other cases',
}

function numberInWords(count: number): string {
  return NUMBERS[count] ?? String(count)
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
