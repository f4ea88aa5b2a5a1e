import type { Day } from '../calendar/day.ts'

/** A workbook as people filter, sort and print it: each sheet one list under its headings. */
export type Workbook = {
  readonly title: string
  /** Under the title: when it was made and from what, "Made on 18 June 2018 at 10:04. Held for the partnership." */
  readonly made: string
  /** At least one. */
  readonly sheets: readonly Sheet[]
}

/** `name` is shortened and cleaned as Excel wants it. One cell a column in each row. */
export type Sheet = {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
}

/** `width` in characters. */
export type SheetColumn = {
  readonly title: string
  readonly width: number
  readonly kind: 'text' | 'day' | 'number'
}

/** What does not fit its column's kind stands as text; null is an empty cell. */
export type SheetCell = string | number | Day | null
