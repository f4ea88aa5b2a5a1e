import { GRAPH_USES } from '../permissions.ts'

declare const brand: unique symbol

/** A path below /v1.0 in which every value was encoded by itself: "#" and "/" in a value lead nowhere else. */
export type GraphPath = string & { readonly [brand]: 'graph-path' }

/** at`/users/${organiser}/events`: the only way to make a path. An empty value would name another resource. */
export function at(parts: TemplateStringsArray, ...values: readonly string[]): GraphPath {
  const text = parts.reduce((path, part, index) => {
    const value = values[index - 1] ?? ''
    if (value === '' || value === '.' || value === '..') throw new TypeError('A path of Graph needs its ids')
    return path + encodeURIComponent(value) + part
  })
  return text as GraphPath
}

/** "?$select=id,name", or nothing. */
export function queryOf(query: Readonly<Record<string, string>> | undefined): string {
  const said = Object.entries(query ?? {}).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return said.length > 0 ? `?${said.join('&')}` : ''
}

/** "/users/{}/events": what a log may hold. Only words that stand in our own list of calls are shown. */
export function withoutIds(path: string): string {
  return path
    .split('/')
    .map((part) => (WORDS.has(part) ? part : part.endsWith(':') ? '{}:' : '{}'))
    .join('/')
}

const WORDS = new Set(GRAPH_USES.flatMap(({ path }) => path.split('/').filter((part) => !part.includes('{'))))
