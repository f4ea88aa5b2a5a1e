import * as z from 'zod/mini'

const holiday = z.object({
  name: z.string(),
  first: z.string(),
  last: z.string(),
})

/** What the partnership entered, by school year. */
export const schoolHolidayList = z.object({
  years: z.array(z.object({ title: z.string(), holidays: z.array(holiday) })),
  may: z.object({ edit: z.boolean() }),
})
export type SchoolHolidayList = z.infer<typeof schoolHolidayList>
export type HolidayRow = z.infer<typeof holiday>

/** Which are other than before, by the names that they have; how many were so already. */
export const schoolHolidaysSet = z.object({ changed: z.array(holiday), passedOver: z.number() })
export type SchoolHolidaysSet = z.infer<typeof schoolHolidaysSet>

/** What was read out of pasted lines: what can be entered, what is there already, and what is wrong in which line. */
export const holidaysRead = z.object({
  holidays: z.array(holiday),
  known: z.number(),
  problems: z.array(z.object({ line: z.number(), text: z.string(), says: z.string() })),
})
export type HolidaysRead = z.infer<typeof holidaysRead>
