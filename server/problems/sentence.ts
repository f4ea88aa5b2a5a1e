/** What a person reads after a "no"; `field` is what it is about. */
export type Sentence = {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly field?: string
}

/** What is not there and what one may not see look the same. */
export const NOT_HERE = {
  status: 404,
  title: 'This is not here for you',
  detail:
    'This link is not for you, or it is no longer there. If you think it should be, ring the partnership.',
} as const
