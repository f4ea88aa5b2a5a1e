import type * as z from 'zod/mini'

/** What is wrong with data that was read, where, in a sentence for whoever wrote it. */
export type Problem = { readonly path: string; readonly problem: string }

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

type Path = readonly PropertyKey[]

/** The problems that a schema found; each setting that it does not know is a problem of its own. */
export function problemsOf({ issues }: z.core.$ZodError): readonly Problem[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: written([...issue.path, key]), problem: NO_SUCH }))
      : [{ path: written(issue.path), problem: issue.message }],
  )
}

const NO_SUCH = 'There is no such setting.'

/** `days[3].from`; nothing for the whole. */
function written(path: Path): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`))
    .join('')
}

/** Parses each and gives them all, or the problems of all, each path beginning with `name[n]`. */
export function parseEach<T>(
  name: string,
  all: readonly unknown[],
  parse: (data: unknown) => Parsed<T>,
): Parsed<readonly T[]> {
  const parsed = all.map(parse)
  const problems = parsed.flatMap((each, at) => (each.ok ? [] : each.problems.map(under(`${name}[${at}]`))))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: parsed.flatMap((each) => (each.ok ? [each.value] : [])) }
}

function under(name: string): (problem: Problem) => Problem {
  return ({ path, problem }) => ({ path: path === '' ? name : `${name}.${path}`, problem })
}
