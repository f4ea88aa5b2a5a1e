/** What stands in place of a response. */
export const GAP_WORDS = {
  voice: 'The child spoke; no response was recorded',
  response: 'No response seen',
} as const
