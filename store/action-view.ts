import type { Action } from '#core/actions/action.ts'
import type { Deed } from '#core/actions/commands.ts'
import { owesUpdate } from '#core/actions/duties-of.ts'
import type { ActionView, HistoryEntry } from '#core/actions/views.ts'
import { DEED_DONE, FIELD_LABELS, IMPACT_WORDS, SOURCE_WORDS } from '#core/actions/words.ts'
import type { Day } from '#core/calendar/day.ts'
import { parseDay } from '#core/calendar/day.ts'
import { inWords, momentInWords } from '#core/calendar/words.ts'
import type { ActionId, PostId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'

import { findAction } from './actions.ts'
import { readText } from './free-text.ts'
import { historyOf, openDutyOfAction, promptsOf } from './lists.ts'
import type { EventRecord, PromptRecord } from './lists.ts'
import type { Names, Seen } from './seen.ts'
import { actionRows, actionRowView, namesOf } from './views.ts'

/** Everything about one action that the person may see; undefined when it does not concern them. */
export async function viewAction(seen: Seen, id: ActionId): Promise<ActionView | undefined> {
  const { trx, actor, today } = seen
  const action = await findAction(trx, id)
  if (!action || !may.seeAction(actor, action)) return undefined
  const row = await trx.selectFrom('action').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const events = await historyOf(trx, id)
  const prompts = await promptsOf(trx, id)
  const duty = await openDutyOfAction(trx, id, today)
  const names = await namesOf(seen, postsIn(action, events, prompts))
  const [rowView] = await actionRows([row], seen)
  return {
    row: rowView ?? actionRowView(row, names, seen),
    version: action.version,
    help: action.help,
    recordedOn: action.recordedOn,
    leadPerson: names(action.climb.leadPerson),
    manager: action.climb.manager && names(action.climb.manager),
    source: SOURCE_WORDS[action.source],
    chases: action.chases,
    restsUntil: action.restsUntil !== null && action.restsUntil > today ? action.restsUntil : null,
    updateDue: owesUpdate(action) ? action.updateDue : null,
    checkOn: action.state === 'withdrawn' ? null : action.checkOn,
    impact: action.state === 'confirmed' && action.impact !== null ? IMPACT_WORDS[action.impact] : null,
    history: events.map((event) => historyEntry(event, names, today)),
    prompts: prompts.map((prompt) => promptEntry(prompt, names, today)),
    duty: duty
      ? { id: duty.id, kind: duty.kind, owes: names(duty.owes_post), yours: actor.posts.has(duty.owes_post) }
      : null,
    may: {
      chase: may.chase(actor, action),
      seeChild: may.seeChild(actor, action),
      end: may.endAction(actor, action),
    },
  }
}

function postsIn(
  action: Action,
  events: readonly EventRecord[],
  prompts: readonly PromptRecord[],
): readonly PostId[] {
  const { owner, raiser, climb } = action
  const others = [...events, ...prompts].flatMap(({ post_id }) => (post_id ? [post_id] : []))
  return [owner, raiser, climb.leadPerson, ...(climb.manager ? [climb.manager] : []), ...others]
}

function historyEntry(event: EventRecord, names: Names, today: Day): HistoryEntry {
  const post = event.post_id ? `, ${names(event.post_id)}` : ''
  return {
    at: momentInWords(event.at, today),
    who: event.person ? `${event.person}${post}` : 'The partnership',
    what: EVENTS[event.what] ?? DEED_DONE[event.what as Deed],
    texts: textsOf(event.texts, today),
  }
}

const EVENTS: Readonly<Record<string, string>> = {
  'action-recorded': 'Recorded the action',
  'action-chased': 'Asked for a reminder',
  replace: 'Replaced it by another action',
  promised: 'Noted a promise: reminders rest until its day',
}

/** What people typed, each under the label of its field. */
export function textsOf(texts: EventRecord['texts'], today: Day): { label: string; text: string }[] {
  const inOrder = Object.entries(FIELD_LABELS).flatMap(([field, label]) =>
    texts?.[field] === undefined ? [] : [{ field, label, text: readText(texts[field]) }],
  )
  return inOrder.map(({ field, label, text }) => ({
    label,
    text: VALUES[field]?.[text] ?? wordsOfDay(text, today) ?? text,
  }))
}

const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  question: { 'not-right': 'The action is wrong or does not fit', 'cannot-do': "I can't do this" },
  impact: IMPACT_WORDS,
}

function wordsOfDay(text: string, today: Day): string | undefined {
  const day = parseDay(text)
  return day && inWords(day, today)
}

function promptEntry(prompt: PromptRecord, names: Names, today: Day): ActionView['prompts'][number] {
  return {
    at: momentInWords(prompt.fired_at, today),
    who: prompt.held_back ? names(prompt.post_id) : `${prompt.person ?? 'Nobody'}, ${names(prompt.post_id)}`,
    what: `${stepInWords(prompt.step)} (${reached(prompt)})`,
  }
}

function stepInWords(step: string): string {
  if (step.startsWith('promised-')) return 'Asked on the day that was promised'
  return STEPS[step] ?? 'Reminded because the partnership asked'
}

const STEPS: Readonly<Record<string, string>> = {
  told: 'Told',
  'due-soon': 'Reminded before the day',
  due: 'Reminded on the day',
  late: 'Told that it is late',
  'very-late': 'Told that it is still late',
  asked: 'Asked',
  'asked-again': 'Asked again',
  deputy: 'Asked again, with the deputy',
}

function reached({ person, road, state, held_back: heldBack }: PromptRecord): string {
  if (heldBack === 'away') return 'not sent: away, and nobody deputises'
  if (heldBack === 'muted') return 'not sent: they want no reminders before the day'
  if (person === null) return 'not reachable: nobody holds this post'
  const by = road === 'mail' ? 'by mail' : 'in Teams'
  if (state === 'sent') return `sent ${by}`
  if (state === 'refused') return `not reachable ${by}`
  if (state === 'unconfirmed') return `sent ${by}, not sure that it arrived`
  if (state === 'not-needed') return 'not sent: no longer needed'
  return `on its way ${by}`
}
