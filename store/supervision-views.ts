import type { LoopMeeting } from '#core/close-the-loop/beside.ts'
import type { PersonId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import { sheetInWords, sheetOf } from '#core/people/supervision/sheet.ts'
import type { Sheet } from '#core/people/supervision/sheet.ts'
import type { SheetView, TalkList, WorkerRow } from '#core/people/supervision/views.ts'

import type { Seen } from './seen.ts'
import { findSupervised, findTalks, ofAction, ofForm } from './supervision.ts'
import type { Found, FoundTalk } from './supervision.ts'
import { namesOf } from './views.ts'

/** The supervision sheet of a worker; undefined for everyone who does not supervise or lead there. */
export async function viewSheet(seen: Seen, worker: PersonId): Promise<SheetView | undefined> {
  const { trx, actor, today } = seen
  const found = await findSupervised(trx, actor, today, worker)
  const name = [...found.forms, ...found.actions][0]?.name
  if (name === undefined) return undefined
  const sheet = await sheetIn(seen, found)
  const things = [...found.forms.map(ofForm), ...found.actions.map(ofAction)]
  return {
    worker,
    name,
    says: sheetInWords(sheet),
    good: [...sheet.good],
    toDo: [...sheet['to-do']],
    help: [...sheet.help],
    talks: (await findTalks(trx, actor, { worker })).map(talkView),
    may: { recordTalk: may.recordTalk(actor, worker, things) },
  }
}

/** What was talked through with the person who is signed in. */
export async function viewTalks({ trx, actor }: Seen): Promise<TalkList> {
  const talks = await findTalks(trx, actor, { worker: actor.person })
  return { items: talks.map(talkView) }
}

/** The workers for whom the person has a sheet, who needs help first. */
export async function viewWorkers(seen: Seen): Promise<WorkerRow[]> {
  const { trx, actor, today } = seen
  const found = await findSupervised(trx, actor, today)
  const names = new Map([...found.forms, ...found.actions].map(({ worker, name }) => [worker, name]))
  const talks = await findTalks(trx, actor, { workers: [...names.keys()] })
  const rows: WorkerRow[] = []
  for (const [id, name] of names) {
    const sheet = await sheetIn(seen, {
      forms: found.forms.filter(({ worker }) => worker === id),
      actions: found.actions.filter(({ worker }) => worker === id),
    })
    rows.push({
      id,
      name,
      says: sheetInWords(sheet),
      needsHelp: sheet.help.length > 0,
      talkedOn: talks.find(({ worker }) => worker === id)?.on ?? null,
    })
  }
  return rows.toSorted(
    (a, b) => Number(b.needsHelp) - Number(a.needsHelp) || a.name.localeCompare(b.name, 'en-GB'),
  )
}

async function sheetIn(seen: Seen, { forms, actions }: Found): Promise<Sheet> {
  const names = await namesOf(
    seen,
    actions.map(({ raiser_post }) => raiser_post),
  )
  return sheetOf(
    forms.map((row) => ({
      id: row.id,
      reference: row.reference,
      state: row.state,
      due: row.due_day,
      question: row.question_about,
      meeting: (row.meeting as LoopMeeting | null)?.state ?? null,
      sentAt: row.written_at,
    })),
    actions.map((row) => ({
      id: row.id,
      number: row.number,
      reference: row.reference,
      raiser: names(row.raiser_post),
      state: row.state,
      due: row.due_day,
      until: row.until_day,
      question: row.question,
      reportedAt: row.reported_at,
    })),
    seen.today,
  )
}

function talkView({ id, on, workerName, managerName, agreed }: FoundTalk): TalkList['items'][number] {
  return { id, on, worker: workerName, manager: managerName, agreed }
}
