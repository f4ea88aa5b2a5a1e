import { dayOf } from '#core/calendar/moment.ts'
import { momentInWords, shortWords } from '#core/calendar/words.ts'
import type { LoopMeeting } from '#core/close-the-loop/beside.ts'
import { ENTRIES } from '#core/close-the-loop/beside.ts'
import type { Form } from '#core/close-the-loop/form.ts'
import type { FormView } from '#core/close-the-loop/views.ts'
import {
  presentInWords,
  QUESTION_WORDS,
  recordedForInWords,
  slotInWords,
} from '#core/close-the-loop/words.ts'
import { may } from '#core/people/may.ts'

import { formPosts } from './form-lists.ts'
import { findNotes } from './form-notes.ts'
import type { FoundNote } from './form-notes.ts'
import type { FormTable } from './schema-of-rounds.ts'
import type { Seen } from './seen.ts'
import { namesOf } from './views.ts'

type Beside = Pick<
  FormView,
  'recordedFor' | 'asks' | 'questions' | 'setAside' | 'meeting' | 'log' | 'checkOn'
>

/** What goes on beside a form: status for all whom it concerns, words for those who may read them. */
export async function besideOf(seen: Seen, row: FormTable, form: Form | undefined): Promise<Beside> {
  const { actor, today } = seen
  const notes = form ? await findNotes(seen.trx, row.id) : []
  const readsLog = may.readNotes(actor, formPosts(row)) && row.state !== 'drafted'
  const { recorded_how: how, recorded_at: at } = row
  return {
    recordedFor: how && at ? `${recordedForInWords({ how, at })}, ${shortWords(dayOf(at), today)}` : null,
    asks: row.question_about && readsQuestion(seen, row) ? QUESTION_WORDS[row.question_about] : null,
    questions: questionsIn(notes, seen),
    setAside: notes.flatMap(({ kind, text }) => (kind === 'set-aside' ? [text] : [])),
    meeting: await meetingOf(seen, row),
    log: readsLog ? logIn(notes, seen) : null,
    checkOn: readsLog ? row.check_on : null,
  }
}

/** Why the worker cannot go on is theirs and the lead person's; the manager reads that it waits. */
function readsQuestion({ actor }: Seen, row: FormTable): boolean {
  return may.readNotes(actor, formPosts(row)) || actor.posts.has(row.worker_post)
}

/** Each question with the answer that followed it; a corrected form is an answer without words. */
function questionsIn(notes: readonly FoundNote[], { today, actor }: Seen): FormView['questions'] {
  return notes
    .filter(({ kind }) => kind === 'question')
    .map((note) => {
      const next = notes.find(({ kind, seq }) => (kind === 'question' || kind === 'answer') && seq > note.seq)
      const answer = next?.kind === 'answer' && next.for_person === note.person_id ? next : undefined
      return {
        about: note.about ? QUESTION_WORDS[note.about] : '',
        text: note.text,
        who: note.person_id === actor.person ? 'You' : note.who,
        at: momentInWords(note.at, today),
        answer: answer
          ? {
              text: answer.text === '' ? 'The words to the worker were corrected.' : answer.text,
              who: answer.person_id === actor.person ? 'You' : answer.who,
              at: momentInWords(answer.at, today),
            }
          : null,
      }
    })
    .toReversed()
}

function logIn(notes: readonly FoundNote[], { today }: Seen): FormView['log'] {
  return notes
    .flatMap(({ kind, on_day: on, text, who, at }) => {
      const what = ENTRIES.find((each) => each === kind)
      return what && on ? [{ what, on, text, who, at: momentInWords(at, today) }] : []
    })
    .toReversed()
}

/** Who is invited, and who is not: the panel and the partnership have no seat at this table. */
async function meetingOf(seen: Seen, row: FormTable): Promise<FormView['meeting']> {
  const invited = [row.lead_post, row.worker_post, row.manager_post]
  const notInvited = [row.bm_post, row.qa_post]
  const names = await namesOf(seen, [...invited, ...notInvited])
  const meeting = row.meeting as LoopMeeting | null
  return {
    state: meeting?.state ?? 'none',
    words: wordsOf(meeting, seen),
    slots:
      meeting?.state === 'proposed'
        ? meeting.slots.map((slot) => ({ from: slot.from, words: slotInWords(slot, seen.today) }))
        : [],
    joinUrl: may.joinMeeting(seen.actor, formPosts(row)) ? joinUrlOf(meeting) : null,
    invited: invited.map(names),
    notInvited: [...notInvited.map(names), 'The chair and the other members of the panel'],
  }
}

/** The version before this one, which may run beside it for a while, writes none. */
function joinUrlOf(meeting: LoopMeeting | null): string | null {
  return meeting?.state === 'booked' ? (meeting.joinUrl ?? null) : null
}

function wordsOf(meeting: LoopMeeting | null, { today }: Seen): string {
  switch (meeting?.state) {
    case 'proposed':
      return 'Times are proposed; the worker takes one.'
    case 'booked':
      return `It is booked: ${slotInWords(meeting, today)}.`
    case 'held':
      return `It was held on ${shortWords(meeting.on, today)}. ${presentInWords(meeting.present)}`
    case undefined:
      return 'No time is proposed yet.'
  }
}
