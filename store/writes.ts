import { sql } from 'kysely'

import type { Moment } from '#core/calendar/moment.ts'
import type { Entry } from '#core/chronology/entry.ts'
import type { PersonId, ReturnId } from '#core/ids.ts'
import type { ListedCase } from '#core/round/long-list.ts'
import type { Write } from '#core/writes.ts'

import { BY_MAIL, endGuest, keepAccount, keepGuestAccess, keepInvitation, keepMailed } from './access.ts'
import { ChangedMeanwhile } from './actions.ts'
import type { Author, Writer } from './author.ts'
import { keepDetails } from './case-details.ts'
import { endRound } from './close-round.ts'
import type { Trx } from './database.ts'
import { noteEnded, noteStands } from './ended-meetings.ts'
import { saveDanger, saveLadder } from './escalation-settings.ts'
import { addNote } from './form-notes.ts'
import { keepText } from './free-text.ts'
import { tryAgain } from './given-up.ts'
import { hold } from './holdings.ts'
import { saveIncident } from './incidents.ts'
import { savePartnership } from './partnership.ts'
import { keepPromptPolicy } from './prompt-policy.ts'
import type { Schema } from './schema.ts'
import { saveSchoolHoliday } from './school-holidays.ts'
import { saveSettings } from './settings.ts'
import { saveTalk } from './supervision.ts'

/** Writes what stands beside the aggregates. A text that somebody else changed meanwhile is never overwritten. */
export async function saveWrite(trx: Trx, author: Writer, write: Write): Promise<void> {
  switch (write.kind) {
    case 'entry':
      return saveEntry(trx, author, write.return, write.entry, null)
    case 'entry-removed':
      return saveEntry(trx, author, write.return, write.entry, author.now)
    case 'answer':
      return saveAnswer(trx, author, write)
    case 'long-list':
      return saveLongList(trx, write)
    case 'agency':
      await trx.insertInto('agency').values({ id: write.id, name: write.name }).execute()
      return
    case 'agency-removed':
      await trx.deleteFrom('agency').where('id', '=', write.id).execute()
      return
    case 'partnership':
      return savePartnership(trx, write.partnership)
    case 'person':
      return addPerson(trx, write)
    case 'account':
      return keepAccount(trx, author, write)
    case 'guest-access':
      return keepGuestAccess(trx, author, write)
    case 'no-guest':
      return endGuest(trx, write)
    case 'invitation':
      return keepInvitation(trx, author, write)
    case 'invitation-mailed':
      return keepMailed(trx, write)
    case 'post':
      await trx
        .insertInto('post')
        .values({
          id: write.id,
          kind: write.post,
          title: write.title,
          agency_id: write.agency,
          case_id: write.case,
          round_id: write.round,
        })
        .execute()
      return
    case 'holding':
      return hold(trx, author, write)
    case 'round-closed':
      return endRound(trx, author, write.round)
    case 'form-note':
      return addNote(trx, author, write.form, write.note)
    case 'incident':
      return saveIncident(trx, write.incident)
    case 'case-details':
      return keepDetails(trx, author, write)
    case 'talk':
      return saveTalk(trx, write.talk)
    case 'ladder':
      return saveLadder(trx, author, write.ladder)
    case 'danger':
      return saveDanger(trx, author, write.guide)
    case 'meeting-ended':
      return noteEnded(trx, write.meeting)
    case 'meeting-stands':
      return noteStands(trx, write.meeting)
    case 'message-again':
      return tryAgain(trx, write.message)
    case 'bank-holiday':
      await sql`select pg_notify('calendar', '')`.execute(trx)
      if (write.is) {
        await trx
          .insertInto('bank_holiday')
          .values({ day: write.day })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      } else await trx.deleteFrom('bank_holiday').where('day', '=', write.day).execute()
      return
    case 'school-holiday':
      return saveSchoolHoliday(trx, write)
    case 'prompt-policy':
      return keepPromptPolicy(trx, author, write)
    case 'settings':
      return saveSettings(trx, write.person, write.settings)
  }
}

type WriteOf<K extends Write['kind']> = Extract<Write, { kind: K }>

async function saveEntry(
  trx: Trx,
  author: Author,
  of: ReturnId,
  entry: Entry,
  removed: Moment | null,
): Promise<void> {
  const columns = {
    ...entryColumns(entry),
    written_by: someone(author),
    written_at: author.now,
    removed_at: removed,
  }
  if (entry.version === 0) {
    await trx
      .insertInto('chronology_entry')
      .values({ id: entry.id, return_id: of, version: 1, ...columns })
      .execute()
    return
  }
  const { numUpdatedRows } = await trx
    .updateTable('chronology_entry')
    .set({ ...columns, version: entry.version + 1 })
    .where('id', '=', entry.id)
    .where('return_id', '=', of)
    .where('version', '=', entry.version)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new ChangedMeanwhile(`entry ${entry.id}`)
}

function entryColumns(entry: Entry) {
  return {
    on_day: entry.on,
    until_day: entry.until,
    source: keepText(entry.source),
    event: keepText(entry.event),
    voice: entry.voice === '' ? null : keepText(entry.voice),
    raised_by: keepText(entry.raisedBy),
    response: entry.response === '' ? null : keepText(entry.response),
    response_seen: entry.responseSeen,
  }
}

async function saveAnswer(
  trx: Trx,
  author: Author,
  { return: of, field, text, version }: WriteOf<'answer'>,
): Promise<void> {
  const columns = { text: keepText(text), written_by: someone(author), written_at: author.now }
  const done =
    version === 0
      ? await trx
          .insertInto('return_answer')
          .values({ return_id: of, field, version: 1, ...columns })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows === 1n)
      : await trx
          .updateTable('return_answer')
          .set({ ...columns, version: version + 1 })
          .where('return_id', '=', of)
          .where('field', '=', field)
          .where('version', '=', version)
          .executeTakeFirst()
          .then(({ numUpdatedRows }) => numUpdatedRows === 1n)
  if (!done) throw new ChangedMeanwhile(`answer ${field} of return ${of}`)
}

/** The list as a whole: cases that are no longer on it go, with who they are. */
async function saveLongList(trx: Trx, { round, code, cases }: WriteOf<'long-list'>): Promise<void> {
  // Who writes the list of the same round meanwhile waits here, and then finds that the round has changed.
  await trx.selectFrom('round').select('id').where('id', '=', round).forUpdate().execute()
  const known = await trx.selectFrom('evaluation_case').select('id').where('round_id', '=', round).execute()
  const ids = known.map(({ id }) => id)
  if (ids.length > 0) {
    await trx.deleteFrom('case_adult').where('case_id', 'in', ids).execute()
    await trx.deleteFrom('child_identity').where('case_id', 'in', ids).execute()
    await trx.deleteFrom('evaluation_case').where('id', 'in', ids).execute()
  }
  if (cases.length === 0) return
  await trx
    .insertInto('evaluation_case')
    .values(
      cases.map(({ id, reference, threshold }, place) => ({
        id,
        reference,
        round: code,
        round_id: round,
        place,
        threshold,
      })),
    )
    .execute()
  await trx
    .insertInto('child_identity')
    .values(cases.map(({ id, name, born }) => ({ case_id: id, name: keepText(name), born })))
    .execute()
  const adults = cases.flatMap(adultRows)
  if (adults.length > 0) await trx.insertInto('case_adult').values(adults).execute()
}

function adultRows({ id, adults }: ListedCase): Schema['case_adult'][] {
  return adults.map(({ name, relation, livesWith, parentalResponsibility }, place) => ({
    case_id: id,
    place,
    name: keepText(name),
    relation: keepText(relation),
    lives_with: livesWith,
    parental_responsibility: parentalResponsibility,
  }))
}

/** Known by mail alone until an administrator finds them in the directory. */
async function addPerson(trx: Trx, { person }: WriteOf<'person'>): Promise<void> {
  await trx
    .insertInto('person')
    .values({
      id: person.id,
      name: person.name,
      mail: person.mail,
      road: person.road,
      job_title: person.jobTitle,
      tenant_id: BY_MAIL,
      aad_id: person.id,
    })
    .execute()
}

function someone({ person }: Author): PersonId {
  if (person === null) throw new Error('nobody writes a text')
  return person
}
