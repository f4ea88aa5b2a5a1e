/** What somebody wants who types to the bot instead of pressing a button. */
export type Wish =
  | { readonly kind: 'help' | 'waiting' | 'actions' | 'concern' | 'unknown' }
  /** "N-08": a case or a round; "A2": an action; "X1": an escalation. */
  | { readonly kind: 'reference'; readonly reference: string }

/**
 * Reads what was typed as a wish, tolerant of case, signs and one slip in a word. It is never an answer
 * (decisions.md 17): whatever is no wish is `unknown`, and is kept nowhere.
 */
export function wishIn(text: string): Wish {
  const words = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim()
    .split(' ')
    .slice(0, MOST_WORDS + 1)
  const reference = referenceIn(words)
  if (reference !== undefined) return { kind: 'reference', reference }
  if (words.length > MOST_WORDS) return { kind: 'unknown' }
  const found = WISHES.find(([, phrases]) => phrases.some((phrase) => isSaid(phrase, words)))
  return { kind: found?.[0] ?? 'unknown' }
}

/** A sentence of more words tells something; it does not ask the bot. */
const MOST_WORDS = 6

const WISHES = [
  ['concern', ['concern', 'escalate', 'escalation', 'worried', 'danger', 'safeguarding', 'disagree']],
  ['help', ['help', 'menu', 'commands', 'support', 'how', 'phone', 'ring', 'hello', 'hi', 'hey']],
  ['actions', ['actions', 'action', 'my actions']],
  ['waiting', ['list', 'waiting', 'tasks', 'todo', 'to do', 'what is due', 'due', 'late', 'duties', 'start']],
] as const satisfies readonly (readonly [Wish['kind'], readonly string[]])[]

/** Every word of the phrase was typed, each with at most one slip. */
function isSaid(phrase: string, words: readonly string[]): boolean {
  return phrase.split(' ').every((wanted) => words.some((word) => isNear(wanted, word)))
}

/** Equal, or one letter too many, too few, other, or two changed places; short words must be right. */
function isNear(wanted: string, word: string): boolean {
  if (wanted === word) return true
  if (wanted.length < 4 || Math.abs(wanted.length - word.length) > 1) return false
  let same = 0
  while (same < wanted.length && wanted[same] === word[same]) same += 1
  const rest = (text: string, from: number): string => text.slice(same + from)
  return (
    rest(wanted, 1) === rest(word, 1) ||
    rest(wanted, 1) === rest(word, 0) ||
    rest(wanted, 0) === rest(word, 1) ||
    (wanted[same] === word[same + 1] && wanted[same + 1] === word[same] && rest(wanted, 2) === rest(word, 2))
  )
}

/** "n08", "N-8" and "case N 08" are N-08; "a2" is A2, "x1" X1, "n-2018-2" the round. */
function referenceIn(words: readonly string[]): string | undefined {
  const typed = words.join(' ')
  const round = /\b([a-z]{1,4})-(\d{4})-(\d{1,2})\b/.exec(typed)
  if (round) return `${round[1]}-${round[2]}-${round[3]}`.toUpperCase()
  const [, kind, n] = /\b([ax])(\d{1,4})\b/.exec(typed) ?? []
  if (kind !== undefined) return `${kind.toUpperCase()}${Number(n)}`
  const [, letters, number] = /\b([a-z]{1,4})[- ]?(\d{1,2})\b/.exec(typed) ?? []
  if (letters === undefined || number === undefined || NO_LETTERS.has(letters)) return undefined
  return `${letters.toUpperCase()}-${number.padStart(2, '0')}`
}

/** Words that stand before a number in a sentence and are no letters of a case. */
const NO_LETTERS: ReadonlySet<string> = new Set([
  'in',
  'on',
  'at',
  'by',
  'to',
  'the',
  'for',
  'my',
  'last',
  'june',
  'july',
  'may',
])
