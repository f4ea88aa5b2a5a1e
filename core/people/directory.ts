import type { Result } from '../result.ts'
import type { Account } from './sign-in.ts'

/** Somebody whom the organisation's directory knows, guests among them. */
export type FoundAccount = Account & {
  readonly name: string
  readonly mail: string | null
  /** What they do, as the directory says it. */
  readonly title: string | null
  readonly isGuest: boolean
}

/** Somebody of another organisation who is to be a guest of this one. */
export type GuestToBe = { readonly name: string; readonly mail: string }

export type NotSearched = 'directory-not-reachable' | 'directory-not-allowed' | 'directory-needs-sign-in'

/** `claims`: what Entra wants to see at the person's next sign-in, handed back to it as it said it. */
export type Searched =
  | { readonly ok: true; readonly value: readonly FoundAccount[] }
  | { readonly ok: false; readonly reason: NotSearched; readonly claims?: string }

/** The organisation's directory. It is searched as the person who searches: they find whom they may find anyway. */
export type Directory = {
  /** Up to 20, by name or mail address. `bearer` is the token with which the person came. */
  search(bearer: string, words: string): Promise<Searched>
  /** The account with that object id, or none: as its own words, not as those of whoever names it. */
  find(bearer: string, aadId: string): Promise<Searched>
  /**
   * Makes somebody a guest; the organisation's own mail asks them to accept. Said twice they are one guest, who is
   * asked twice. None where the organisation makes its guests itself.
   */
  readonly invite?: (guest: GuestToBe) => Promise<Result<Account, 'guest-not-invited'>>
}
