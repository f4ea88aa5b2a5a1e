import { describe, expect, it } from 'vitest'

import { packageSettings } from '#tests/fixtures/a-package.ts'

import { isPublicHost, readSettings, valuesIn } from './settings.ts'

const GOOD = {
  TEAMS_APP_ID: packageSettings.appId,
  APP_CLIENT_ID: packageSettings.clientId,
  APP_HOSTNAME: packageSettings.domain,
  APP_VERSION: packageSettings.version,
  APP_ORGANISATION: packageSettings.organisation,
}

describe('the settings of a package', () => {
  it('are read from their names', () => {
    expect(readSettings('test', GOOD)).toEqual({ ok: true, settings: packageSettings })
  })

  it('are all asked for at once, each with what it is and where it goes', () => {
    const read = readSettings('dev', {})
    expect(read.ok ? [] : read.problems.map((problem) => problem.split(' ')[0])).toEqual([
      'TEAMS_APP_ID',
      'APP_CLIENT_ID',
      'APP_HOSTNAME',
      'APP_VERSION',
      'APP_ORGANISATION',
    ])
    for (const problem of read.ok ? [] : read.problems) {
      expect(problem).toMatch(/^[A-Z_]+ is missing\. It is .+\. .*env\/\.env\.dev.*\.$/)
    }
  })

  it.each([
    ['TEAMS_APP_ID', 'case-evaluations'],
    ['TEAMS_APP_ID', '00000000-0000-0000-0000-000000000000'],
    ['APP_CLIENT_ID', '11111111-1111-1111-1111-111111111111'],
    ['APP_HOSTNAME', 'https://evaluations.example.org'],
    ['APP_HOSTNAME', 'evaluations.example.org/tab'],
    ['APP_HOSTNAME', 'Evaluations.example.org'],
    ['APP_VERSION', '1.4'],
    ['APP_ORGANISATION', 'The Multi-Agency Safeguarding Arrangements of Example'],
    ['APP_NAME_SUFFIX', 'for testing only'],
  ])('that are wrong are said by name and value: %s', (name, value) => {
    const read = readSettings('test', { ...GOOD, [name]: value })
    expect(read).toEqual({ ok: false, problems: [expect.stringContaining(`${name} is "${value}"`)] })
  })

  it('stand in a file, one a line; what is no setting is left out', () => {
    expect(valuesIn('# dev\nA_B=1\n\n  C = "two words" \nno setting\nD=\nE=a=b\r\n')).toEqual({
      A_B: '1',
      C: 'two words',
      D: '',
      E: 'a=b',
    })
  })
})

describe('a host that others can reach', () => {
  it.each(['evaluations.example.org', 'a.b', 'xn--caf-dma.example.org'])('%s', (host) => {
    expect(isPublicHost(host)).toBe(true)
  })

  it.each([
    '',
    'localhost',
    'product.localhost',
    'house.local',
    '10.0.0.1',
    '*.example.org',
    'example',
    '-a.example.org',
    'a..b',
    `${'a'.repeat(64)}.org`,
    'exämple.org',
  ])('is not "%s"', (host) => {
    expect(isPublicHost(host)).toBe(false)
  })
})
