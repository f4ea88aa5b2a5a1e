/** One stage of a Dockerfile, as far as its rules look at it. */
export type Stage = {
  readonly image: string
  readonly copies: readonly { readonly from: string | undefined; readonly sources: readonly string[] }[]
  readonly lines: readonly Line[]
}
type Line = { readonly word: string; readonly rest: string }

export function readDockerfile(text: string): readonly Stage[] {
  const lines = text
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): Line => ({ word: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }))
  const args = new Map<string, string>()
  const stages: { image: string; lines: Line[] }[] = []
  for (const line of lines) {
    if (line.word === 'ARG' && stages.length === 0) {
      const [name = '', value = ''] = line.rest.split('=')
      args.set(name, value)
    } else if (line.word === 'FROM') {
      const said = line.rest.split(' ')[0] ?? ''
      stages.push({ image: args.get(said.replaceAll(/[${}]/g, '')) ?? said, lines: [] })
    } else stages.at(-1)?.lines.push(line)
  }
  return stages.map(({ image, lines: own }) => ({ image, lines: own, copies: own.flatMap(copyOf) }))
}

/** What is wrong with it, each in a sentence; the last stage is the image. */
export function dockerfileFaults(text: string): readonly string[] {
  const stages = readDockerfile(text)
  const image = stages.at(-1)
  if (!image) return ['there is no image']
  const all = stages.flatMap(({ lines }) => lines)
  const user = image.lines.filter(({ word }) => word === 'USER').at(-1)?.rest ?? 'root'
  const command = image.lines.find(({ word }) => word === 'CMD')?.rest ?? ''
  const sources = image.copies.flatMap((copy) => (copy.from === undefined ? copy.sources : []))
  const installs = all.filter(({ word, rest }) => word === 'RUN' && /npm (ci|install)/.test(rest))
  const packages = stages.find((stage) => stage.lines.some(({ rest }) => rest.includes('--omit=')))
  return [
    ...stages
      .filter(({ image: from }) => !isPinned(from))
      .map(({ image: from }) => `${from} moves: name a version`),
    ...(/^(0|root)\b/.test(user) ? ['it runs as root'] : []),
    ...all
      .filter(
        ({ word, rest }) => (word === 'ENV' || word === 'ARG') && /KEY|SECRET|PASSWORD|TOKEN/i.test(rest),
      )
      .map(({ rest }) => `a secret would stay in the image: ${rest.split('=')[0] ?? ''}`),
    ...all.filter(({ word }) => word === 'ADD').map(() => 'ADD fetches and unpacks: use COPY'),
    ...installs
      .filter(({ rest }) => !rest.includes('--ignore-scripts'))
      .map(() => 'install scripts would run'),
    ...(packages?.lines.some(({ rest }) => rest.includes('--omit=dev')) === true
      ? []
      : ['build tools would be in it']),
    ...sources.filter((source) => source === '.').map(() => 'it copies everything'),
    ...sources
      .filter((source) => /^(local|tests|scripts(?!\/setup-tenant)|docs|env|\.data)\b/.test(source))
      .map((each) => `it copies ${each}`),
    ...(command.startsWith('[') ? [] : ['a shell would stand before Node and keep SIGTERM from it']),
    ...(image.lines.some(({ word, rest }) => word === 'ENV' && rest.includes('NODE_ENV=production'))
      ? []
      : ['it would start in local mode']),
  ]
}

/** A digest, a full version, or a tag that names the account it runs as; never one that moves from major to major. */
function isPinned(image: string): boolean {
  const tag = image.split('/').at(-1)?.split(':')[1] ?? ''
  return (
    image.includes('@sha256:') || /^\d+\.\d+\.\d+/.test(tag) || (tag === 'nonroot' && /nodejs\d+/.test(image))
  )
}

function copyOf({ word, rest }: Line): Stage['copies'] {
  if (word !== 'COPY') return []
  const words = rest.split(' ').filter((each) => !each.startsWith('--'))
  const from = /--from=(\S+)/.exec(rest)?.[1]
  return [{ from, sources: words.slice(0, -1) }]
}
