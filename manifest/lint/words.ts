import { wordsOf } from '../languages.ts'
import { addressesIn, over, when } from './rule.ts'
import type { Lint } from './rule.ts'

/** What people read, see and hear before they install. */
export const WORDS: readonly Lint[] = [
  {
    name: 'names are short, and not Microsoft’s',
    says: ({ name, description, developer }) => [
      ...[name.short, name.full ?? '']
        .filter((each) => /teams|microsoft/i.test(each))
        .map((each) => `"${each}".`),
      ...over(30, 'name.short', name.short),
      ...over(100, 'name.full', name.full ?? ''),
      ...over(80, 'description.short', description.short),
      ...over(4000, 'description.full', description.full),
      ...over(32, 'developer.name', developer.name),
      ...when(description.full.includes(description.short), 'the full description repeats the short one.'),
    ],
  },
  {
    name: 'what is read aloud is short and tells one from another',
    says: ({ staticTabs = [], bots = [] }) => {
      const tabs = staticTabs.flatMap(({ name }) => name ?? [])
      const commands = bots.flatMap(({ commandLists = [] }) => commandLists.flatMap((list) => list.commands))
      const names = [...tabs, ...commands.map(({ title }) => title)].map((each) => each.toLowerCase())
      return [
        ...tabs.flatMap((each) => over(16, 'a tab', each)),
        ...commands.flatMap(({ title }) => over(32, 'a command', title)),
        ...commands.flatMap(({ title, description }) =>
          when(description.trim() === '' || description === title, `"${title}" does not say what it does.`),
        ),
        ...when(new Set(names).size !== names.length, 'two of them have the same name.'),
      ]
    },
  },
  {
    name: 'no word about a child or a case',
    says: (app) =>
      [...Object.entries(wordsOf(app)), ...addressesIn(app).map(({ where, url }) => [where, url] as const)]
        .filter(([, text]) => ABOUT_A_CHILD.test(text))
        .map(([where, text]) => `${where} says "${ABOUT_A_CHILD.exec(text)?.[0]}".`),
  },
  {
    name: 'the accent is readable under white',
    says: ({ accentColor }) =>
      when(contrastWithWhite(accentColor) < 4.5, `${accentColor} has a contrast below 4.5 to 1.`),
  },
  {
    name: 'icons lie beside the manifest',
    says: ({ icons }) =>
      [icons.color, icons.outline].filter((file) => !/^[a-z]+\.png$/.test(file)).map((file) => `"${file}".`),
  },
  {
    name: 'British English comes first',
    says: ({ localizationInfo }) => {
      const tags = [
        localizationInfo?.defaultLanguageTag,
        ...(localizationInfo?.additionalLanguages ?? []).map(({ languageTag }) => languageTag),
      ]
      return [
        ...when(tags[0] !== 'en-gb', `defaultLanguageTag is ${tags[0]}.`),
        ...when(new Set(tags).size !== tags.length, 'a language stands there twice.'),
      ]
    },
  },
]

/** What the whole tenant reads before anybody has a right to anything. "N-08" alone is the example of a reference. */
const ABOUT_A_CHILD =
  /\b(?!N-08\b)[A-Z]{1,4}-\d{2}\b|\b(?:neglect|abuse|victim|perpetrator|date of birth|dob|nhs number|surname|first name|\w+-test)\b/i

/** The contrast of white on a colour, as WCAG 2.2 counts it: 1 to 21. */
function contrastWithWhite(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}
