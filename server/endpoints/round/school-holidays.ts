import { ok, refused } from '#core/result.ts'
import { pastedHolidaysSchema, schoolHolidaysSchema } from '#core/round/school-holidays/commands.ts'
import { setSchoolHolidays } from '#core/round/school-holidays/set-school-holidays.ts'
import { holidaysRead, schoolHolidayList, schoolHolidaysSet } from '#core/round/school-holidays/views.ts'
import { run } from '#store/run.ts'
import { viewPasted, viewSchoolHolidays } from '#store/school-holidays.ts'

import { endpoint } from '../../endpoint.ts'

/** The council's school holidays: the business manager enters them, everybody sees them. */
export const schoolHolidayEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/school-holidays',
    summary: 'The school holidays that the partnership entered',
    input: null,
    output: schoolHolidayList,
    touches: 'calendar',
    may: 'signed-in',
    run: async ({ look }) => ok({ body: await look(viewSchoolHolidays) }),
  }),
  endpoint({
    method: 'POST',
    path: '/api/school-holidays',
    summary: 'Enters school holidays, all of them or none, or takes them out; no round changes',
    input: schoolHolidaysSchema,
    output: schoolHolidaysSet,
    touches: 'calendar',
    may: 'editCalendar',
    places: true,
    run: async ({ running, request, input }) => {
      const result = await run(running, request, setSchoolHolidays, input)
      if (!result.ok) return result
      const { changed, passedOver } = result.value
      return ok({ body: { changed: [...changed], passedOver } })
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/school-holidays/read',
    summary: 'Reads school holidays out of lines of the council’s page; nothing is kept',
    input: pastedHolidaysSchema,
    output: holidaysRead,
    touches: 'calendar',
    may: 'editCalendar',
    run: async ({ look, input }) => {
      const body = await look((seen) => viewPasted(seen, input.text))
      return body ? ok({ body }) : refused('not-yours-to-edit-calendar')
    },
  }),
]
