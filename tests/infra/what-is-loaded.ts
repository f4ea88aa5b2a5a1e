import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

type Import = { readonly from: string; readonly how: 'value' | 'dynamic' }

/** What a file imports when it runs; types are gone by then. */
export function importsOf(root: string, file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/\/\*.*?\*\//gs, '')
  const statics = [
    ...text.matchAll(/^(?:import|export) (?!type )(?:[\w*{][^'";=]*? from )'([^']+)'/gm),
    ...text.matchAll(/^import '([^']+)'/gm),
  ].map(([, from = '']): Import => ({ from, how: 'value' }))
  const dynamics = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, from = '']): Import => ({
    from,
    how: 'dynamic',
  }))
  return [...statics, ...dynamics]
}

/** Every file of the project and every package that the entries load, now or later; `without` is not followed. */
export function loadedFrom(
  root: string,
  entries: readonly string[],
  without: readonly string[],
): { readonly files: readonly string[]; readonly packages: readonly string[] } {
  const files = new Set<string>()
  const packages = new Set<string>()
  const waiting = entries.filter((entry) => existsSync(join(root, entry)))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue
    files.add(file)
    for (const { from } of importsOf(root, file)) {
      if (from.startsWith('node:') || without.some((each) => from.startsWith(each))) continue
      if (from.startsWith('#')) waiting.push(from.slice(1))
      else if (from.startsWith('.')) waiting.push(relative(root, join(root, dirname(file), from)))
      else
        packages.add(
          from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? ''),
        )
    }
  }
  return { files: [...files].toSorted(), packages: [...packages].toSorted() }
}
