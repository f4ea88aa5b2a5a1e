import { handOverForm } from '../close-the-loop/hand-over-form.ts'
import type { FormHandedOver } from '../close-the-loop/hand-over-form.ts'
import type { CaseId, PersonId, PostId } from '../ids.ts'
import { namePerson } from '../people/commands.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Write } from '../writes.ts'
import type { CaseFile } from './case-file.ts'
import type { NameTeam } from './commands.ts'
import { leadsOfCase, whyNotIndependent } from './independence.ts'
import type { NotIndependent } from './independence.ts'

/** `no-such-case-file` is also the answer to everyone who may not see the case: the two look the same. */
export type NameTeamRefused =
  | NotIndependent
  | 'no-such-case-file'
  | 'not-yours-to-name'
  | 'no-such-person'
  | 'changed-meanwhile'

type Input = NameTeam & { readonly case: CaseId; readonly version?: number }

/**
 * The lead agency names who works with the child (decisions.md 3). Once there are posts, naming again is a
 * hand-over: the posts stay, with all that is owed by them, and change their holders from today on.
 */
export async function nameTeam(deps: Deps, said: Input): Outcome<{ version: number }, NameTeamRefused> {
  const { reads, actor } = deps
  const file = await reads.caseFile(said.case)
  if (!file || !may.seeCase(actor, file)) return refused('no-such-case-file')
  if (!may.nameTeam(actor, file)) return refused('not-yours-to-name')
  if (said.version !== undefined && said.version !== file.version) return refused('changed-meanwhile')
  const round = await reads.round(file.round)
  if (!round) return refused('no-such-case-file')

  const worker = await namePerson(deps, said.worker)
  if (!worker.ok) return worker
  const manager = await namePerson(deps, said.manager)
  if (!manager.ok) return manager
  const people = { worker: worker.value.person, manager: manager.value.person }
  if (isOneNewPerson(said)) return refused('worker-is-manager')
  const leads = await reads.holdersOf(leadsOfCase(file, round))
  const why = whyNotIndependent(
    leads.map(({ person }) => person),
    people,
  )
  if (why) return refused(why)

  const posts = await seats(deps, file, people)
  const team = { worker: posts.worker, manager: posts.manager, name: said.team }
  const as = actor.posts.has(file.lead) ? file.lead : null
  const form = file.team ? await handOverForm(deps, file.id, people.worker, as) : NO_FORM
  return ok({
    value: { version: file.version + 1 },
    writes: [...worker.value.writes, ...manager.value.writes, ...posts.writes, ...form.writes],
    changes: [{ kind: 'case', file: { ...file, team } }, ...form.changes],
    happened: [
      {
        kind: 'done',
        on: { kind: 'case', id: file.id },
        deed: 'named-team',
        post: as,
      },
      ...form.happened,
    ],
  })
}

const NO_FORM: FormHandedOver = { writes: [], changes: [], happened: [] }

/** Two new people with one mail address are one person. */
function isOneNewPerson({ worker, manager }: NameTeam): boolean {
  return 'mail' in worker && 'mail' in manager && worker.mail.toLowerCase() === manager.mail.toLowerCase()
}

type People = { readonly worker: PersonId; readonly manager: PersonId }
type Seats = { readonly worker: PostId; readonly manager: PostId; readonly writes: readonly Write[] }

/** The two posts, and what has to be written so that these people hold them from today on. */
async function seats({ reads, ids, today }: Deps, file: CaseFile, people: People): Promise<Seats> {
  const worker = file.team?.worker ?? ids.next<PostId>()
  const manager = file.team?.manager ?? ids.next<PostId>()
  const before = file.team ? await reads.holdersOf([worker, manager]) : []
  const holding = (post: PostId, person: PersonId): readonly Write[] =>
    before.some((each) => each.post === post && each.person === person)
      ? []
      : [{ kind: 'holding', post, person, as: 'holder', from: today }]
  const post = (
    id: PostId,
    kind: 'allocated-worker' | 'supervising-manager',
    title: string,
  ): readonly Write[] =>
    file.team
      ? []
      : [
          {
            kind: 'post',
            id,
            post: kind,
            title: `${title} of ${file.reference}`,
            agency: file.leadAgency,
            case: file.id,
            round: file.round,
          },
        ]
  return {
    worker,
    manager,
    writes: [
      ...post(worker, 'allocated-worker', 'Allocated worker'),
      ...post(manager, 'supervising-manager', 'Supervising manager'),
      ...holding(worker, people.worker),
      ...holding(manager, people.manager),
    ],
  }
}
