/** Whether a .dockerignore keeps a file out of the build: the last line that fits it decides. */
export function ignores(text: string, file: string): boolean {
  let out = false
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const isBack = line.startsWith('!')
    if (fits(isBack ? line.slice(1) : line, file)) out = !isBack
  }
  return out
}

/** A pattern fits the file or a folder above it. */
function fits(pattern: string, file: string): boolean {
  const parts = file.split('/')
  return parts.some((_, at) => expression(pattern).test(parts.slice(0, at + 1).join('/')))
}

function expression(pattern: string): RegExp {
  const source = pattern
    .replaceAll('.', String.raw`\.`)
    .replaceAll('**/', '\u0000')
    .replaceAll('*', '[^/]*')
    .replaceAll('\u0000', '(?:.*/)?')
  return new RegExp(`^${source}$`)
}
