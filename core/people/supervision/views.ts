import * as z from 'zod/mini'

z.config({ jitless: true })

const sheetColumn = z.enum(['good', 'to-do', 'help'])
export type SheetColumn = z.infer<typeof sheetColumn>

/** A form or an action of a worker: its reference and how it stands. */
export const sheetLine = z.object({
  kind: z.enum(['form', 'action']),
  id: z.string(),
  number: z.string(),
  reference: z.string(),
  says: z.string(),
})
export type SheetLine = z.infer<typeof sheetLine>

/** That somebody talked, and when; what was agreed, for the two alone. */
const talkView = z.object({
  id: z.string(),
  on: z.string(),
  worker: z.string(),
  manager: z.string(),
  agreed: z.nullable(z.string()),
})

export const talkList = z.object({ items: z.array(talkView) })
export type TalkList = z.infer<typeof talkList>

/** What a manager and a worker go through together. */
export const sheetView = z.object({
  worker: z.string(),
  name: z.string(),
  says: z.string(),
  good: z.array(sheetLine),
  toDo: z.array(sheetLine),
  help: z.array(sheetLine),
  /** Newest first. */
  talks: z.array(talkView),
  may: z.object({ recordTalk: z.boolean() }),
})
export type SheetView = z.infer<typeof sheetView>

/** A worker in the list of those for whom somebody has a sheet. */
export const workerRow = z.object({
  id: z.string(),
  name: z.string(),
  says: z.string(),
  needsHelp: z.boolean(),
  /** When they last talked, for those who may know it. */
  talkedOn: z.nullable(z.string()),
})
export type WorkerRow = z.infer<typeof workerRow>

export const talkRecorded = z.object({ id: z.string() })
