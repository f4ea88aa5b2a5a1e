/** Why a road did not take a message, from what it said: in plain words, for whoever can do something about it. */
export function whyInWords(said: string | null): string {
  return WHY[said ?? ''] ?? 'It was refused.'
}

const NOT_INSTALLED = 'The bot is not installed for them in Teams.'
const NOT_TAKEN = 'It was tried again and again, and was not taken.'
const WHY: Readonly<Record<string, string>> = {
  'the bot is not installed for this person': NOT_INSTALLED,
  'not-installed': NOT_INSTALLED,
  blocked: 'They do not let the bot write to them in Teams.',
  gone: 'Their chat in Teams is gone.',
  'too-large': 'Teams found it too large. Ring whoever looks after this product.',
  rejected: 'Teams did not accept it. Ring whoever looks after this product.',
  throttled: NOT_TAKEN,
  transient: NOT_TAKEN,
  'parked after too many tries': NOT_TAKEN,
  'it could not be put together': 'It could not be put together. Ring whoever looks after this product.',
}
