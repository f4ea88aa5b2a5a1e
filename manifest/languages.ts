import type { TeamsApp } from './app.ts'

/** The strings of one language, by the keys that Teams reads. */
export type Words = Readonly<Record<string, string>>

/** Every string of the app that people read, by key: what a translator gets, and what a language has to have. */
export function wordsOf(app: TeamsApp): Words {
  const tabs = (app.staticTabs ?? []).flatMap(({ name }, index) =>
    name === undefined ? [] : [[`staticTabs[${index}].name`, name] as const],
  )
  const commands = (app.bots?.[0]?.commandLists ?? []).flatMap((list, listIndex) =>
    list.commands.flatMap(({ title, description }, index) => {
      const key = `bots[0].commandLists[${listIndex}].commands[${index}]`
      return [[`${key}.title`, title] as const, [`${key}.description`, description] as const]
    }),
  )
  return {
    'name.short': app.name.short,
    ...(app.name.full !== undefined && { 'name.full': app.name.full }),
    'description.short': app.description.short,
    'description.full': app.description.full,
    ...Object.fromEntries([...tabs, ...commands]),
  }
}

/** What is wrong with a language file: it has to say everything that the app says, and nothing else. */
export function languageProblems(tag: string, words: Words, own: Words): readonly string[] {
  const file = `${tag}.json`
  const missing = Object.keys(own).filter((key) => (words[key] ?? '').trim() === '')
  const unknown = Object.keys(words).filter((key) => key !== '$schema' && !(key in own))
  return [
    ...(/^[a-z]{2}-[a-z]{2}$/.test(tag) ? [] : [`${file} is named by no language tag, such as cy-gb.`]),
    ...missing.map((key) => `${file} has no "${key}".`),
    ...unknown.map((key) => `${file} has "${key}", which the app does not say.`),
  ]
}
