import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

import { readHouse } from './bicep/house.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const files = globSync('.github/workflows/*.yml', { cwd: root }).toSorted()

type Step = { readonly run?: string; readonly uses?: string; readonly env?: Readonly<Record<string, string>> }
type Workflow = {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly jobs: Readonly<
    Record<string, { readonly 'timeout-minutes'?: number; readonly steps: readonly Step[] }>
  >
}

/** What a workflow must not do, whoever sends the change. */
function faults(text: string): readonly string[] {
  const { on, permissions, jobs } = parse(text) as Workflow
  return [
    ...('pull_request_target' in on ? ['runs a stranger’s code with our rights'] : []),
    ...(JSON.stringify(permissions) === '{"contents":"read"}' ? [] : ['begins with more than reading']),
    ...(text.includes('secrets.') ? ['keeps a secret'] : []),
    ...Object.values(jobs).flatMap((job) => [
      ...(job['timeout-minutes'] === undefined ? ['may run for ever'] : []),
      ...job.steps.flatMap(({ run = '', uses = '' }) => [
        ...(/\$\{\{\s*github\.event/.test(run) ? ['puts what a stranger wrote into a shell'] : []),
        ...(uses !== '' && !/@v\d+$|@[0-9a-f]{40}$/.test(uses) ? [`${uses} moves`] : []),
      ]),
    ]),
  ]
}

describe('the workflows', () => {
  it.each(files)('%s keeps the rules', (file) => {
    expect(faults(read(file))).toEqual([])
  })

  it.each([
    ['a stranger’s code with our rights', '  pull_request:', '  pull_request_target:'],
    ['more rights than reading', '  contents: read\nconcurrency', '  contents: write\nconcurrency'],
    ['no end', '    timeout-minutes: 60\n', ''],
    ['a secret', '      - run: .ci/run', '      - run: echo ${{ secrets.KEY }}'],
    [
      'a stranger’s words in a shell',
      '      - run: .ci/run',
      '      - run: echo ${{ github.event.pull_request.title }}',
    ],
    ['an action that moves', 'actions/checkout@v5', 'actions/checkout@main'],
  ])('%s is found', (_, from, to) => {
    const text = read('.github/workflows/ci.yml')
    expect(text).toContain(from)
    expect(faults(text.replace(from, to))).not.toEqual([])
  })

  it('deploy from what a file of sizes asks for, all of it', async () => {
    const sizes = (await readHouse()).get('envs/dev.bicepparam')?.text ?? ''
    const asked = [...sizes.matchAll(/= readEnvironmentVariable\('(\w+)'\)/g)].map(([, name = '']) => name)
    const { jobs } = parse(read('.github/workflows/infra.yml')) as Workflow
    const given = jobs['what-if']?.steps.flatMap(({ env }) => Object.keys(env ?? {})) ?? []
    expect(asked.filter((name) => !given.includes(name))).toEqual([])
    expect(asked.length).toBeGreaterThan(5)
  })

  it('say that they were never run here', () => {
    expect(files.filter((file) => !read(file).includes('never run yet'))).toEqual([])
  })
})
