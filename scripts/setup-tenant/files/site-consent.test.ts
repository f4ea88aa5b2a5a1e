import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { describe, expect, it, onTestFinished } from 'vitest'

import { OWNER, TENANT } from '#tests/fixtures/a-set-up-tenant.ts'
import { anAz } from '#tests/fixtures/an-azure-command-line.ts'
import type { Says } from '#tests/fixtures/an-azure-command-line.ts'

import { readSettings } from '../settings.ts'
import { siteConsent } from './site-consent.ts'

const run = promisify(execFile)

describe('2-site-consent.sh', () => {
  const HAS = { 'value[0].id': 'their-grant' }

  it('lends the right to one person, not to the organisation', async () => {
    const { changes } = await consentAsked('give')
    expect(changes).toHaveLength(1)
    expect(changes[0]).toContain(`"consentType":"Principal","principalId":"${OWNER}"`)
    expect(changes[0]).toContain('Sites.FullControl.All')
  })

  it('takes back what it lent, and leaves what was there', async () => {
    const scope = 'openid User.Read Sites.FullControl.All'
    const { changes } = await consentAsked('take', { ...HAS, '--query scope': scope })
    expect(changes).toHaveLength(1)
    expect(changes[0]).toContain('PATCH')
    expect(changes[0]).toContain('{"scope":"openid User.Read"}')
    const alone = await consentAsked('take', { ...HAS, '--query scope': 'Sites.FullControl.All' })
    expect(alone.changes).toEqual([expect.stringContaining('--method DELETE')])
  })

  it('says when the whole organisation has consented to it', async () => {
    const { stderr } = await consentAsked('take', { AllPrincipals: 'a-grant' })
    expect(stderr).toContain('for the whole organisation')
  })
})

/** What 2-site-consent.sh changes, and what it complains about. */
async function consentAsked(what: string, says: Says = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'setup-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { settings } = readSettings({ TENANT_ID: TENANT }, {})
  await writeFile(join(folder, '2-site-consent.sh'), siteConsent(settings))
  const az = await anAz(folder, { 'ad sp show': 'principal', ...says })
  const { stderr } = await run('bash', [join(folder, '2-site-consent.sh'), what, OWNER], { env: az.env })
  return {
    stderr,
    changes: (await az.asked()).filter((line) => /--method (?:POST|PATCH|DELETE)/.test(line)),
  }
}
