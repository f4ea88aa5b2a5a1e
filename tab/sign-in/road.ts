/** What a person is asked for when they press the button of a trouble. */
export type Asked = {
  readonly claims?: string | undefined
  readonly consent?: boolean
  /** With another account than the one that is signed in. */
  readonly other?: boolean
}

/** One way of getting tokens: a persona's, Teams', the browser's. Each throws `SignInTrouble`. */
export type Road = {
  /** A token that lasts for some minutes yet. */
  get(): Promise<string>
  /** Another one than the token that the server refused. */
  anew(refused: string): Promise<string>
  /** Asks the person; the page may leave for it. */
  ask(asked: Asked): Promise<void>
  /** The address of the account that is signed in, to be shown to the person; undefined where there is none. */
  who(): Promise<string | undefined>
  /** Signs out; the page may leave for it. */
  end(): Promise<void>
}
