import { concerned } from '../actions/action.ts'
import { addresseesOf } from '../escalation/escalation.ts'
import type { PostId, RoundId } from '../ids.ts'
import { concernedInRound } from '../round/round.ts'
import type { Change, Subject } from '../subject.ts'

/** A post that an aggregate concerns. `own`: it is this post's work, before it is sent as well as after. */
export type Concern = { readonly post: PostId; readonly own: boolean }

/** Every post that may see something of an aggregate, whatever its state: the outermost wall (rules.md 2.5). */
export function concernedIn(change: Change): readonly Concern[] {
  switch (change.kind) {
    case 'action':
      return own(concerned(change.action))
    case 'round':
      return own(concernedInRound(change.round))
    case 'reply': {
      const { lead, climb } = change.reply
      return [...own([lead]), ...others([lead], [climb.businessManager, climb.qaManager])]
    }
    case 'case': {
      const { lead, members, climb, qaManager, chair } = change.file
      return own([lead, ...members, climb.businessManager, qaManager, chair])
    }
    case 'return': {
      const { lead, contributors, owedTo, climb } = change.return
      const mine = [lead, ...contributors]
      return [...own(mine), ...others(mine, [owedTo, climb.businessManager, climb.qaManager])]
    }
    case 'collation': {
      const { lead, climb } = change.collation
      return [...own([lead]), ...others([lead], [climb.businessManager, climb.qaManager])]
    }
    case 'form': {
      const { lead, worker, manager, reviewer, climb } = change.form
      return own([lead, worker, manager, reviewer, climb.qaManager])
    }
    case 'escalation': {
      const { raiser, businessManager, qaManager } = change.escalation
      return own([raiser, ...addresseesOf(change.escalation), businessManager, qaManager])
    }
  }
}

/** What an aggregate is, for its duties, its history and the audit trail. */
export function subjectOf(change: Change): Subject {
  switch (change.kind) {
    case 'action':
      return { kind: 'action', id: change.action.id }
    case 'round':
      return { kind: 'round', id: change.round.id }
    case 'reply':
      return { kind: 'reply', id: change.reply.id }
    case 'case':
      return { kind: 'case', id: change.file.id }
    case 'return':
      return { kind: 'return', id: change.return.id }
    case 'collation':
      return { kind: 'collation', id: change.collation.id }
    case 'form':
      return { kind: 'form', id: change.form.id }
    case 'escalation':
      return { kind: 'escalation', id: change.escalation.id }
  }
}

/** The round whose material it is; an action outlives its round, and the round is none of its own. */
export function roundOf(change: Change): RoundId | null {
  switch (change.kind) {
    case 'action':
    case 'round':
    case 'escalation':
      return null
    case 'reply':
      return change.reply.round
    case 'case':
      return change.file.round
    case 'return':
      return change.return.round
    case 'collation':
      return change.collation.round
    case 'form':
      return change.form.round
  }
}

function own(posts: readonly PostId[]): readonly Concern[] {
  return [...new Set(posts)].map((post) => ({ post, own: true }))
}

function others(mine: readonly PostId[], posts: readonly PostId[]): readonly Concern[] {
  return [...new Set(posts)].filter((post) => !mine.includes(post)).map((post) => ({ post, own: false }))
}
