import type { PostgresUrls } from '#store/database.ts'

/** The three logins of one database, from the product's own settings. Throws naming each that is missing. */
export function addresses(env: Readonly<Record<string, string | undefined>>): PostgresUrls {
  const given = {
    owner: env['OWNER_DATABASE_URL'],
    web: env['DATABASE_URL'],
    worker: env['WORKER_DATABASE_URL'],
  }
  const { owner, web, worker } = given
  if (owner === undefined || web === undefined || worker === undefined)
    throw new Error(
      'OWNER_DATABASE_URL, DATABASE_URL and WORKER_DATABASE_URL have to be set, all of one database.',
    )
  return { owner, web, worker }
}

export function say(words: string): void {
  process.stdout.write(`${words}\n`)
}
