import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { SignInAs } from '#core/people/sign-in.ts'

import { pages, policy } from './pages.ts'

const ENTRA: SignInAs = {
  kind: 'entra',
  clientId: 'c',
  tenantId: 't',
  authority: 'https://login.microsoftonline.com/t',
  scope: 'api://evaluations.example.org/c/access_as_user',
}

let dist: string
beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'pages-'))
  for (const folder of ['tab', 'local/page']) {
    await mkdir(join(dist, folder), { recursive: true })
    await writeFile(join(dist, folder, 'index.html'), '<p>a page</p>')
  }
})
afterAll(() => rm(dist, { recursive: true, force: true }))

const connect = (said: string | null): string | undefined => /connect-src [^;]*/.exec(said ?? '')?.[0]

describe('what a page may ask', () => {
  it('is our server alone where personas sign in', async () => {
    const answer = await pages(dist, true).request('/')
    expect(connect(answer.headers.get('content-security-policy'))).toBe("connect-src 'self'")
  })

  it('is also the one authority where Entra signs people in, and no path, frame, script or other host', async () => {
    const answer = await pages(dist, false, ENTRA).request('/rounds')
    const said = answer.headers.get('content-security-policy') ?? ''
    expect(connect(said)).toBe("connect-src 'self' https://login.microsoftonline.com")
    expect(said.replace(' https://login.microsoftonline.com', '')).toBe(
      policy(/'nonce-([\w-]+)'/.exec(said)?.[1]),
    )
    expect(said).not.toContain('frame-src')
  })
})
