import type { CaseFile } from '../cases/case-file.ts'
import { draftForm, needsForm } from '../close-the-loop/draft-form.ts'
import type { ReadyForForm } from '../close-the-loop/draft-form.ts'
import type { Form } from '../close-the-loop/form.ts'
import type { FormId, RoundId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Round } from '../round/round.ts'

/** `not-all-confirmed` and `no-team-named` say in `about` which cases are meant. */
export type ClosePanelDayRefused =
  | 'no-such-round'
  | 'not-yours-to-close'
  | 'panel-day-is-not-open'
  | 'not-all-confirmed'
  | 'no-team-named'
  | 'changed-meanwhile'

type Input = { readonly round: RoundId; readonly version?: number }
type Closed = { readonly version: number; readonly forms: number }

/**
 * Closes panel day: its members may see all grades from now on, and a draft of each form stands before the lead
 * person the same evening (decisions.md 20). Actions recorded so far are in the drafts.
 */
export async function closePanelDay(
  deps: Deps,
  { round: id, version }: Input,
): Outcome<Closed, ClosePanelDayRefused> {
  const { reads, actor, now } = deps
  const round = await reads.round(id)
  if (!round || !may.seeRound(actor, round)) return refused('no-such-round')
  if (!may.holdPanelDay(actor, round)) return refused('not-yours-to-close')
  if (version !== undefined && version !== round.version) return refused('changed-meanwhile')
  if (round.state !== 'evaluating' || !may.closePanelDay(actor, round))
    return refused('panel-day-is-not-open')

  const files = await reads.filesOf(id)
  const { unconfirmed, withoutTeam } = whatIsMissing(files, round)
  if (unconfirmed.length > 0 || files.length === 0) return refused('not-all-confirmed', unconfirmed)
  if (withoutTeam.length > 0) return refused('no-team-named', withoutTeam)
  const forms = await drafts(deps, round, files)
  const post = actor.posts.has(round.offices.chair) ? round.offices.chair : null
  return ok({
    value: { version: round.version + 1, forms: forms.length },
    changes: [
      { kind: 'round', round: { ...round, state: 'panel-held', heldAt: now } },
      ...forms.map((form) => ({ kind: 'form', form }) as const),
    ],
    happened: [
      { kind: 'done', on: { kind: 'round', id }, deed: 'closed-panel-day', post },
      ...forms.map((form) => {
        const on = { kind: 'form', id: form.id } as const
        return { kind: 'done', on, deed: 'drafted-form', post } as const
      }),
    ],
  })
}

/** The references of the cases that keep panel day from being closed. */
export function whatIsMissing(
  files: readonly CaseFile[],
  round: Pick<Round, 'method'>,
): { readonly unconfirmed: readonly string[]; readonly withoutTeam: readonly string[] } {
  return {
    unconfirmed: references(files.filter(({ panel }) => panel.state !== 'confirmed')),
    withoutTeam: references(files.filter((file) => needsForm(file, round) && file.team === null)),
  }
}

function references(files: readonly CaseFile[]): readonly string[] {
  return files.map(({ reference }) => reference)
}

async function drafts(
  { reads, ids, now, calendar }: Deps,
  round: Round,
  files: readonly CaseFile[],
): Promise<readonly Form[]> {
  const forms: Form[] = []
  for (const file of files.filter((each) => needsForm(each, round))) {
    if (!isReady(file)) continue
    const actions = (await reads.actionsOf(file.id)).filter(({ state }) => state !== 'withdrawn')
    forms.push(draftForm(ids.next<FormId>(), file, round, actions, now, calendar))
  }
  return forms
}

function isReady(file: CaseFile): file is ReadyForForm {
  return file.team !== null && file.panel.state === 'confirmed'
}
