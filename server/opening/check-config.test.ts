import { expect, test } from 'vitest'

import { checkConfig } from './check-config.ts'

test('the settings are printed without what names a person or opens a door', async () => {
  const lines: string[] = []
  const env = {
    MODE: 'production',
    FIRST_BUSINESS_MANAGER: 'a/b/bea@council.example/Bea Officer-Test',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'https://metrics.example.org/otlp?key=quokka',
  }
  await checkConfig(
    env,
    'settings',
    (line) => void lines.push(line),
    async function* () {},
  )
  expect(lines.join(' ')).not.toMatch(/quokka|Bea|bea@/)
  expect(lines).toContainEqual(expect.stringMatching(/^FIRST_BUSINESS_MANAGER: set - /))
  expect(lines).toContainEqual(expect.stringMatching(/^OTEL_EXPORTER_OTLP_ENDPOINT: set - /))
})

test('what need not be set is not called missing', async () => {
  const lines: string[] = []
  await checkConfig(
    { MODE: 'production' },
    'settings',
    (line) => void lines.push(line),
    async function* () {},
  )
  expect(lines).toContainEqual(expect.stringMatching(/^OTEL_EXPORTER_OTLP_ENDPOINT: not set - /))
  expect(lines).toContainEqual(expect.stringMatching(/^AUDIT_KEY: missing - /))
})
