import type { Moment } from '../calendar/moment.ts'
import type { CaseId, PostId, RoundId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { ChoosablePost, Deps, Outcome, Reads } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Open, ReportedDone } from './action.ts'
import { importedLineSchema } from './commands.ts'
import { draftActions } from './draft-action.ts'
import type { DraftRefused } from './draft-action.ts'
import { dayIn, saysDone } from './imported-list.ts'
import type { ImportColumn, ImportedLine } from './imported-list.ts'

/** What is wrong with a line, in a sentence, under its column. */
export type LineProblem = { readonly column: ImportColumn; readonly says: string }
export type CheckedLine = ImportedLine & { readonly problems: readonly LineProblem[] }

export type ImportRefused = 'not-yours-to-record'

/** Every line with what is wrong with it: nothing is recorded. */
export async function checkImport(
  given: Deps,
  { lines }: { readonly lines: readonly ImportedLine[] },
): Outcome<readonly CheckedLine[], ImportRefused> {
  if (!may.recordAction(given.actor)) return refused('not-yours-to-record')
  const deps = { ...given, reads: readOnce(given.reads) }
  const checked: CheckedLine[] = []
  for (const line of lines) {
    const read = await readLine(deps, line)
    checked.push({ ...line, problems: 'problems' in read ? read.problems : [] })
  }
  return ok({ value: checked, changes: [], happened: [] })
}

/** What was saved under which number, and which lines were not, each with why: no word of theirs is kept here. */
export type Imported = {
  readonly saved: readonly { readonly line: number; readonly number: string }[]
  readonly left: readonly { readonly line: number; readonly problems: readonly LineProblem[] }[]
}

/**
 * Records each line that is right as an action of its own. A day that has passed stays: an old tracker has late
 * actions, and they are late here as well. What the tracker says is done waits for its raiser, who alone closes it
 * (decisions.md 2).
 */
export async function importActions(
  given: Deps,
  { lines }: { readonly lines: readonly ImportedLine[] },
): Outcome<Imported, ImportRefused> {
  if (!may.recordAction(given.actor)) return refused('not-yours-to-record')
  const deps = { ...given, reads: readOnce(given.reads) }
  const actions: (Open | ReportedDone)[] = []
  const saved: Imported['saved'][number][] = []
  const left: Imported['left'][number][] = []
  for (const line of lines) {
    const read = await readLine(deps, line)
    if ('problems' in read) left.push({ line: line.line, problems: read.problems })
    else {
      const number = await deps.reads.nextActionNumber()
      actions.push(asTold({ ...read.draft, number }, line.done, deps.now))
      saved.push({ line: line.line, number })
    }
  }
  return ok({
    value: { saved, left },
    changes: actions.map((action) => ({ kind: 'action', action }) as const),
    happened: actions.map(({ id }) => ({ kind: 'action-recorded', action: id }) as const),
  })
}

/** Nobody here said that it is done: the tracker did, and its word stands where the owner's would. */
function asTold(action: Open, done: string, now: Moment): Open | ReportedDone {
  if (!saysDone(done)) return action
  const { state: _, openedAt: _opened, again: _again, ...facts } = action
  return {
    ...facts,
    state: 'reported-done',
    whatWasDone: `The tracker that was brought in says: ${done.trim()}.`,
    evidence: '',
    reportedAt: now,
  }
}

/** Two thousand lines are of few cases: what is asked about a case is asked once. */
function readOnce(reads: Reads): Reads {
  return {
    ...reads,
    case: once((id: CaseId) => reads.case(id)),
    caseWithReference: once((reference: string) => reads.caseWithReference(reference)),
    posts: once((of: CaseId) => reads.posts(of)),
    childOf: once((id: CaseId) => reads.childOf(id)),
    caseFile: once((id: CaseId) => reads.caseFile(id)),
    round: once((id: RoundId) => reads.round(id)),
    climbOf: once((owner: PostId, of: CaseId) => reads.climbOf(owner, of)),
  }
}

function once<A extends readonly string[], T>(ask: (...about: A) => Promise<T>): (...about: A) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return (...about) => {
    const key = JSON.stringify(about)
    const answer = known.get(key) ?? ask(...about)
    known.set(key, answer)
    return answer
  }
}

type Read = { readonly draft: Open } | { readonly problems: readonly LineProblem[] }

async function readLine(deps: Deps, line: ImportedLine): Promise<Read> {
  const parsed = importedLineSchema.safeParse(line)
  const problems: LineProblem[] = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({
        column: String(path[0] ?? 'what') as ImportColumn,
        says: message,
      }))
  const due = dayIn(line.due)
  if (!due) problems.push({ column: 'due', says: 'Give a day, for example 22 6 2018.' })
  const of = await deps.reads.caseWithReference(line.case)
  if (!of) problems.push({ column: 'case', says: 'No case has this reference.' })
  const posts = of ? await deps.reads.posts(of) : []
  const owner = postOf(posts, line.owner)
  const raiser = postOf(posts, line.raiser)
  if (of && !owner) problems.push({ column: 'owner', says: NO_POST })
  if (of && !raiser) problems.push({ column: 'raiser', says: NO_POST })
  if (problems.length > 0 || !of || !due || !owner || !raiser) return { problems }
  return drafted(deps, line, { case: of, owner, raiser, due })
}

const NO_POST = 'Nobody in this case is called so. Write a post or its holder as the case names them.'

type Found = {
  readonly case: CaseId
  readonly owner: PostId
  readonly raiser: PostId
  readonly due: Open['due']
}

async function drafted(deps: Deps, { what, help }: ImportedLine, found: Found): Promise<Read> {
  const said = { ...found, what: what.trim(), help: help.trim(), source: 'import', mayBePast: true } as const
  const result = await draftActions(deps, said, [found.owner])
  if (!result.ok) return { problems: [PROBLEMS[result.reason]] }
  const [draft] = result.value
  return draft ? { draft } : { problems: [PROBLEMS['no-such-post']] }
}

/** A post of the case by its title or by the name of whoever holds it; undefined when two would fit. */
function postOf(posts: readonly ChoosablePost[], said: string): PostId | undefined {
  const wanted = plain(said)
  if (wanted === '') return undefined
  const found = posts.filter(
    ({ title, holder }) => plain(title) === wanted || (holder !== null && plain(holder) === wanted),
  )
  return found.length === 1 ? found[0]?.id : undefined
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

const PROBLEMS: Readonly<Record<DraftRefused, LineProblem>> = {
  'no-such-case': { column: 'case', says: 'No case has this reference.' },
  'no-such-post': { column: 'owner', says: 'This post cannot do an action of this case.' },
  'same-agency': {
    column: 'raiser',
    says: 'Owner and raiser are of one agency: nobody confirms their own work.',
  },
  'one-for-each-agency': { column: 'owner', says: 'Write one owner.' },
  'day-is-past': { column: 'due', says: 'That day has passed.' },
  'names-the-child': {
    column: 'what',
    says: 'This names the child. Take out the name, initials or date of birth.',
  },
}
