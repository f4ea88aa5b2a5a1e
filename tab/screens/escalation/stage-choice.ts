import type { RungView } from '#core/escalation/views.ts'

/** The later stage that was chosen; undefined for the next one. */
export function chosenRung(rungs: readonly RungView[], value: string): RungView | undefined {
  return value === '' ? undefined : rungs.find(({ rung }) => String(rung) === value)
}

/** A stage as it is sent: nothing of it when it is the next one. */
export function sentStage(rung: string, skipBecause: string): object {
  return rung === '' ? {} : { rung: Number(rung), skipBecause }
}
