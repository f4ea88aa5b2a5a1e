/** What a check found, in words for an administrator. What is not in order names the next thing to do. */
export type Finding =
  | { readonly state: 'ok'; readonly found: string }
  | { readonly state: 'to do' | 'could not check'; readonly found: string; readonly next: string }

/** What only waits for something else of the list is not said again. */
export const AFTER_THE_TOKEN = 'First the line "The application proves itself".'

export const ok = (found: string): Finding => ({ state: 'ok', found })
export const toDo = (found: string, next: string): Finding => ({ state: 'to do', found, next })
export const couldNot = (found: string, next: string): Finding => ({ state: 'could not check', found, next })
