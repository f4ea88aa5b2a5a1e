import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod/mini'

const root = join(import.meta.dirname, '../..')
const ID = 'f3b0c8a1-5d2e-4c6a-9b7f-0123456789ab'
const ROLES = ['infra/sql/roles.sql', `web=${ID}`, `worker=${ID}`, `owner=${ID}`]

const jobSchema = z.object({
  properties: z.object({
    environmentId: z.string(),
    configuration: z.object({ secrets: z.array(z.object({ name: z.string(), value: z.string() })) }),
    template: z.object({
      containers: z.array(
        z.object({
          command: z.array(z.string()),
          args: z.array(z.string()),
          env: z.array(
            z.object({
              name: z.string(),
              value: z.optional(z.string()),
              secretRef: z.optional(z.string()),
            }),
          ),
        }),
      ),
    }),
  }),
})

/** Runs the script with an `az` that writes down what it was asked and keeps the job that it was given. */
function run(args: readonly string[], state = 'Succeeded', group = 'Database administrators') {
  const place = mkdtempSync(join(tmpdir(), 'psql-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  program(
    place,
    'az',
    `echo "$*" >> ${place}/log
case "$*" in
  *"flexible-server list"*) echo db.example.org ;;
  *"env show"*"query id"*) echo /environments/cae-exs ;;
  *"env show"*) echo uksouth ;;
  *get-access-token*) echo a-token ;;
  *"job create"*) for word in "$@"; do case $word in *.yaml) cp "$word" ${place}/job.json ;; esac; done ;;
  *"job start"*) echo job-1 ;;
  *"execution show"*) echo ${state} ;;
esac`,
  )
  const { status, stdout, stderr } = spawnSync('bash', ['infra/psql.sh', 'rg', 'exs', ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 30_000,
    env: {
      PATH: `${place}:/usr/bin:/bin`,
      PSQL_WAIT_S: '0',
      PSQL_TRIES: '3',
      CELL_DATABASE_ADMINISTRATORS_NAME: group,
    },
  })
  const read = (name: string) =>
    existsSync(join(place, name)) ? readFileSync(join(place, name), 'utf8') : ''
  const asked = read('log')
    .split('\n')
    .filter((line) => line !== '')
  return { place, status, said: stdout + stderr, asked, job: read('job.json') }
}

function program(place: string, name: string, text: string): void {
  writeFileSync(join(place, name), `#!/bin/bash\n${text}\n`)
  chmodSync(join(place, name), 0o755)
}

it('a file of SQL is run once, inside the network, by a job that is gone afterwards with its token', () => {
  const { status, asked, job, said } = run(ROLES)
  expect(status).toBe(0)
  const { properties } = jobSchema.parse(JSON.parse(job))
  expect(properties.environmentId).toBe('/environments/cae-exs')
  expect(properties.configuration.secrets).toEqual([{ name: 'token', value: 'a-token' }])
  expect(asked.filter((line) => line.includes('job start'))).toHaveLength(1)
  expect(asked.at(-1)).toContain('containerapp job delete')
  expect(`${asked.join('\n')}${said}`).not.toContain('a-token')
})

it('the container hands psql the file as it is, and the ids', () => {
  const { place, job } = run(ROLES)
  const [container] = jobSchema.parse(JSON.parse(job)).properties.template.containers
  const [shell = '', flag = ''] = container?.command ?? []
  program(place, 'psql', `echo "$*" > ${place}/words; cat > ${place}/sql; echo "$PGUSER" > ${place}/user`)
  const given = (container?.env ?? []).map(({ name, value, secretRef }) => [name, value ?? secretRef ?? ''])
  const ran = spawnSync(shell, [flag, ...(container?.args ?? [])], {
    encoding: 'utf8',
    timeout: 10_000,
    env: { ...Object.fromEntries(given), PATH: `${place}:/usr/bin:/bin` },
  })
  expect(ran.status).toBe(0)
  expect(readFileSync(join(place, 'words'), 'utf8').trim()).toBe(
    `--no-psqlrc -v ON_ERROR_STOP=1 -v web=${ID} -v worker=${ID} -v owner=${ID}`,
  )
  expect(readFileSync(join(place, 'sql'), 'utf8')).toBe(
    readFileSync(join(root, 'infra/sql/roles.sql'), 'utf8'),
  )
  expect(readFileSync(join(place, 'user'), 'utf8').trim()).toBe('Database administrators')
  expect(Object.fromEntries(given)).toMatchObject({ PGSSLMODE: 'verify-full', PGPASSWORD: 'token' })
})

it.each(['Failed', 'Running'])('a job that is %s leaves nothing behind, and says so', (state) => {
  const { status, asked, said } = run(ROLES, state)
  expect(status).toBe(1)
  expect(said).toContain('STOPPED')
  expect(asked.at(-1)).toContain('containerapp job delete')
})

it.each([
  ['a variable that is no id', ['infra/sql/roles.sql', 'web=1; drop'], 'g'],
  ['a file that is not there', ['infra/sql/none.sql'], 'g'],
  ['a name that would end the text', ['infra/sql/roles.sql'], 'a"b'],
])('%s is refused before anything is asked', (_, args, group) => {
  const { status, asked } = run(args, 'Succeeded', group)
  expect([status, asked]).toEqual([1, []])
})
