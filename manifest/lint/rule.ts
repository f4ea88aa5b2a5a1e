import type { TeamsApp } from '../app.ts'

/** What a chat's permission list may hold: name and kind. */
export type ChatPermission = { readonly name: string; readonly type: string }

/** A rule of ours for the app, and what it says against one. */
export type Lint = {
  readonly name: string
  readonly says: (app: TeamsApp, allowed: readonly ChatPermission[]) => readonly string[]
}

export function when(wrong: boolean, sentence: string): readonly string[] {
  return wrong ? [sentence] : []
}

export function over(most: number, what: string, text: string): readonly string[] {
  return when(text.length > most, `${what} has ${text.length} characters, and may have ${most}.`)
}

/** Every address of the app, with where it stands; the schema's own is not of the app. */
export function addressesIn(app: TeamsApp): readonly { readonly where: string; readonly url: string }[] {
  const walk = (value: unknown, where: string): readonly { where: string; url: string }[] => {
    if (typeof value === 'string')
      return /^\s*(https?|file|javascript|data):/i.test(value) ? [{ where, url: value }] : []
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inner]) =>
      walk(inner, where === '' ? key : `${where}.${key}`),
    )
  }
  return walk({ ...app, $schema: undefined }, '')
}
