/** `npm run setup-tenant -- --check` or `--write <folder>`: see docs/install.md. */
import { setupTenant } from './setup-tenant/setup-tenant.ts'

process.exitCode = await setupTenant(process.argv.slice(2), process.env, (line) => console.log(line))
