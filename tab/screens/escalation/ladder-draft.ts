import type { LadderSetting } from '#core/escalation/views.ts'

type ReplyUnit = 'days' | 'hours' | 'day-set'
export const REPLIES: Readonly<Record<ReplyUnit, string>> = {
  days: 'Within working days',
  hours: 'Within hours, weekends included',
  'day-set': 'By a day that is set each time',
}

export type RungDraft = {
  readonly name: string
  readonly between: string
  readonly unit: ReplyUnit
  /** As it was typed. */
  readonly time: string
  readonly tellsOffice: boolean
  readonly says: string
}

/** A procedure as it is being filled in. */
export type LadderDraft = {
  readonly name: string
  readonly source: string
  readonly stepUpAfter: string
  readonly rungs: readonly RungDraft[]
}

export const NEW_RUNG: RungDraft = {
  name: '',
  between: '',
  unit: 'days',
  time: '',
  tellsOffice: true,
  says: '',
}

export function draftOf({ name, source, stepUpAfter, rungs }: LadderSetting): LadderDraft {
  return {
    name,
    source,
    stepUpAfter: String(stepUpAfter),
    rungs: rungs.map(({ reply, ...rung }) => ({ ...rung, ...replyDraft(reply) })),
  }
}

/** As it is sent; a time that is no number is left to the server, which says so at its place. */
export function sentLadder(id: string, { name, source, stepUpAfter, rungs }: LadderDraft): object {
  return {
    id,
    name,
    source,
    stepUpAfter: numberOf(stepUpAfter),
    rungs: rungs.map(({ unit, time, ...rung }) => ({ ...rung, reply: sentReply(unit, time) })),
  }
}

export function rungId(ladder: string, place: number, name: string): string {
  return `${ladder}-${place}-${name}`
}

/** The control of each place that can be wrong, in the order of the form. */
export function ladderIds(ladder: string, { rungs }: LadderDraft): Readonly<Record<string, string>> {
  const head = ['name', 'source', 'stepUpAfter'].map((name) => [name, `${ladder}-${name}`])
  const each = rungs.flatMap((_, place) =>
    ['name', 'between', 'reply', 'says'].map((name) => [
      `rungs.${place}.${name}`,
      rungId(ladder, place, name),
    ]),
  )
  return Object.fromEntries([...head, ...each])
}

export function replyUnit(value: string): ReplyUnit {
  return value === 'hours' || value === 'day-set' ? value : 'days'
}

function replyDraft(reply: LadderSetting['rungs'][number]['reply']): Pick<RungDraft, 'unit' | 'time'> {
  if (reply === 'day-set') return { unit: 'day-set', time: '' }
  if (reply === null) return { unit: 'days', time: '' }
  return typeof reply === 'number'
    ? { unit: 'days', time: String(reply) }
    : { unit: 'hours', time: String(reply.hours) }
}

function sentReply(unit: ReplyUnit, time: string) {
  if (unit === 'day-set') return 'day-set'
  const n = numberOf(time)
  return unit === 'hours' ? { hours: n } : n
}

/** An empty text is no number, not 0. */
function numberOf(text: string): number | null {
  const n = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isInteger(n) ? n : null
}
