import { parseDay } from '#core/calendar/day.ts'
import { parseMoment } from '#core/calendar/moment.ts'
import type { RoundId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import { ok, refused } from '#core/result.ts'
import { approveTheme } from '#core/round/approve-theme.ts'
import { timetableFile } from '#core/round/calendar-file.ts'
import { changeRound } from '#core/round/change-round.ts'
import { closeRound } from '#core/round/close-round.ts'
import {
  approveThemeSchema,
  bankHolidaySchema,
  changeRoundSchema,
  closeRoundSchema,
  copyRoundSchema,
  sendLongListSchema,
  setUpRoundSchema,
  writeLongListSchema,
} from '#core/round/commands.ts'
import { copyRound } from '#core/round/copy-round.ts'
import { seeLongList } from '#core/round/see-long-list.ts'
import { sendLongList } from '#core/round/send-long-list.ts'
import { setBankHoliday } from '#core/round/set-bank-holiday.ts'
import { setUpRound } from '#core/round/set-up-round.ts'
import { timetableOf } from '#core/round/timetable.ts'
import {
  bankHolidayList,
  bankHolidaySet,
  longListView,
  roundList,
  roundOptions,
  roundSaved,
  roundView,
  textFile,
  timetableProposal,
} from '#core/round/views.ts'
import { writeLongList } from '#core/round/write-long-list.ts'
import { rebuildDuties } from '#store/rebuild-duties.ts'
import { viewRound } from '#store/round-view.ts'
import { findRoundFor, viewBankHolidays, viewRoundOptions, viewRounds } from '#store/round-views.ts'
import { run } from '#store/run.ts'
import { proposeTimetable } from '#store/timetable-view.ts'

import { endpoint, saved } from '../../endpoint.ts'
import type { Call } from '../../endpoint.ts'

type Named = Pick<Call<unknown>, 'params' | 'ifMatch'>

/** The round that a path names, with the version that was read. */
const named = ({ params, ifMatch }: Named) => ({
  round: params['id'] as RoundId,
  ...(ifMatch === undefined ? {} : { version: ifMatch }),
})

export const roundEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/rounds',
    summary: 'The rounds that concern the person, the newest first',
    input: null,
    output: roundList,
    touches: 'round',
    may: 'seeRound',
    run: async ({ look }) => ok({ body: await look(viewRounds) }),
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds',
    summary: 'Sets up a round: theme, days, agencies and lead persons',
    input: setUpRoundSchema,
    output: roundSaved,
    touches: 'round',
    may: 'setUpRound',
    run: async ({ running, request, input }) => {
      const result = await run(running, request, setUpRound, input)
      return saved(result, 201)
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/round-options',
    summary: 'What a round is set up from: methods, people, agencies, and what is taken',
    input: null,
    output: roundOptions,
    touches: 'round',
    may: 'setUpRound',
    run: async ({ look }) => {
      const body = await look(async (seen) =>
        may.setUpRound(seen.actor) ? viewRoundOptions(seen) : undefined,
      )
      return body ? ok({ body }) : refused('not-yours-to-set-up')
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/round-timetable',
    summary: 'The timetable as it would be, while its days are being chosen',
    input: null,
    output: timetableProposal,
    query: ['method', 'theme', 'start', 'leftOut'],
    touches: 'round',
    may: 'setUpRound',
    run: async ({ running, look, query }) => {
      const start = parseDay(query['start'] ?? '')
      const weeks = (query['leftOut'] ?? '').split(',').filter((week) => week !== '')
      const leftOut = weeks.flatMap((week) => parseDay(week) ?? [])
      if (!start || leftOut.length < weeks.length || leftOut.length > 12) return refused('bad-input')
      const wanted = { method: query['method'] ?? '', theme: query['theme'] ?? '', start, leftOut }
      return look(async (seen) => {
        if (!may.setUpRound(seen.actor)) return refused('not-yours-to-set-up')
        const body = await proposeTimetable(seen, wanted, running.calendar)
        return body ? ok({ body }) : refused('no-such-method')
      })
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/rounds/:id',
    summary: 'One round: how it stands, who takes part, its timetable, what is late and next',
    input: null,
    output: roundView,
    touches: 'round',
    may: 'seeRound',
    run: async ({ running, look, params }) => {
      const body = await look((seen) => viewRound(seen, params['id'] as RoundId, running.calendar))
      return body ? ok({ body, version: body.version }) : refused('no-such-round')
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id',
    summary: 'Changes a round until its long list was sent',
    input: changeRoundSchema,
    output: roundSaved,
    touches: 'round',
    may: 'changeRound',
    versioned: true,
    run: async ({ running, request, input, ...call }) => {
      const result = await run(running, request, changeRound, { ...named(call), said: input })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id/approval',
    summary: 'Records who approved the theme, and on which day',
    input: approveThemeSchema,
    output: roundSaved,
    touches: 'round',
    may: 'approveTheme',
    versioned: true,
    run: async ({ running, request, input, ...call }) => {
      const result = await run(running, request, approveTheme, { ...named(call), said: input })
      return saved(result)
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/rounds/:id/long-list',
    summary: 'The long list with who the children are; the view is recorded before the answer leaves',
    input: null,
    output: longListView,
    touches: 'child',
    may: 'seeLongList',
    run: async ({ running, request, params }) => {
      const round = params['id'] as RoundId
      const result = await run(running, { ...request, key: null }, seeLongList, { round })
      if (!result.ok) return result
      const { code, version, cases } = result.value
      const body = { code, version, cases: cases.map((each) => ({ ...each, adults: [...each.adults] })) }
      return ok({ body, version })
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id/long-list',
    summary: 'Writes the long list as a whole',
    input: writeLongListSchema,
    output: roundSaved,
    touches: 'child',
    may: 'changeRound',
    versioned: true,
    run: async ({ running, request, input, ...call }) => {
      const result = await run(running, request, writeLongList, { ...named(call), said: input })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id/long-list/send',
    summary: 'Sends the long list to every agency of the round',
    input: sendLongListSchema,
    output: roundSaved,
    touches: 'round',
    may: 'sendLongList',
    versioned: true,
    run: async ({ running, request, input, ...call }) => {
      const result = await run(running, request, sendLongList, { ...named(call), said: input })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id/close',
    summary: 'Closes a round: from then on only the partnership reads its material',
    input: closeRoundSchema,
    output: roundSaved,
    touches: 'round',
    may: 'closeRound',
    versioned: true,
    run: async ({ running, request, input, ...call }) => {
      const result = await run(running, request, closeRound, { ...named(call), said: input })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/rounds/:id/copy',
    summary: 'Sets up another round with the agencies and lead persons of this one',
    input: copyRoundSchema,
    output: roundSaved,
    touches: 'round',
    may: 'setUpRound',
    run: async ({ running, request, input, params }) => {
      const result = await run(running, request, copyRound, { round: params['id'] as RoundId, said: input })
      return saved(result, 201)
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/rounds/:id/calendar',
    summary: 'The timetable as a calendar file: references and days only',
    input: null,
    output: textFile,
    touches: 'round',
    may: 'seeRound',
    run: async ({ running, look, params }) => {
      const round = await look((seen) => findRoundFor(seen, params['id'] as RoundId))
      const made = parseMoment(new Date(running.realNow()).toISOString())
      if (!round || !made) return refused('no-such-round')
      const timetable = timetableOf(round.method, round.start, round.leftOut, running.calendar)
      const text = timetableFile(round, timetable, { made, sequence: round.version })
      return ok({ body: { name: `${round.code}.ics`, text } })
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/bank-holidays',
    summary: 'The bank holidays of the partnership’s calendar',
    input: null,
    output: bankHolidayList,
    touches: 'calendar',
    may: 'signed-in',
    run: async ({ running, look }) =>
      ok({ body: await look(async (seen) => viewBankHolidays(seen, running.calendar)) }),
  }),
  endpoint({
    method: 'POST',
    path: '/api/bank-holidays',
    summary: 'Puts a bank holiday into the calendar or takes one out; what is owed is derived again',
    input: bankHolidaySchema,
    output: bankHolidaySet,
    touches: 'calendar',
    may: 'editCalendar',
    run: async ({ running, request, input }) => {
      const result = await run(running, request, setBankHoliday, input)
      if (!result.ok) return result
      await running.readCalendar()
      await rebuildDuties(running)
      return ok({ body: result.value })
    },
  }),
]
