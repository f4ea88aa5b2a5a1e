import type { Account } from './sign-in.ts'

export type Installed =
  | { readonly ok: true; readonly chat: string }
  | {
      readonly ok: false
      /** Nothing to be done by trying again soon: no such account or app here, a guest, blocked by the organisation. */
      readonly retry: 'later' | 'never'
      readonly why: string
      readonly afterMs?: number
    }

/** Puts the app before somebody who has not got it, so that the bot may write first. What is there is there. */
export type Installer = { install(account: Account): Promise<Installed> }
