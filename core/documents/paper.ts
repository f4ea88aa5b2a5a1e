/** A paper of one table, as the partnership prints it: landscape, marked, numbered. Plain text throughout. */
export type Paper = {
  readonly title: string
  readonly subtitle: string
  /** At the top of every page: "Confidential: held for the partnership". */
  readonly marking: string
  readonly facts: readonly PaperFact[]
  readonly table: PaperTable
  readonly notes: readonly string[]
  /** At the foot of every page, beside its number: what this is and when it was made. */
  readonly footer: string
}

export type PaperFact = { readonly label: string; readonly value: string }

export type PaperTable = {
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly PaperRow[]
}

/** `width` is the column's share: twice as wide as one that says half of it. */
export type PaperColumn = { readonly title: string; readonly width: number }

/**
 * One cell a column. A tone is a bar and a tint at the row's side, never the only sign: `voice` where the child
 * speaks, `gap` where nobody answered.
 */
export type PaperRow = { readonly cells: readonly string[]; readonly tone?: 'voice' | 'gap' | undefined }
