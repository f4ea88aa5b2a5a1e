/** `node infra/write-alarms.ts`: writes the product's alarms where Bicep reads them. A test compares. */
import { writeFileSync } from 'node:fs'

import { alarms } from '#server/telemetry/alarms.ts'

export const written = (): string => `${JSON.stringify(alarms, null, 2)}\n`

if (import.meta.main) writeFileSync(new URL('modules/alarms.json', import.meta.url), written())
