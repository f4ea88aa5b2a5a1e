/** What differs from one place to another: everything else of the package is the same for all. */
export type PackageSettings = {
  /** The name of the environment: `dev`, `prod`. */
  readonly environment: string
  /** The Teams app's own id. */
  readonly appId: string
  /** The one Entra registration: it signs people in, and it is the bot. */
  readonly clientId: string
  /** The host that serves tab, API and bot. */
  readonly domain: string
  readonly version: string
  /** Who runs it here; shown to everybody who installs it. */
  readonly organisation: string
  /** Stands behind the name where this is not the one that people work with: "dev". */
  readonly nameSuffix: string
}

/** Settings by name, as they were found. */
export type Values = Readonly<Record<string, string | undefined>>

/** The settings of an environment, or every problem with them at once, each a sentence that names the setting. */
export function readSettings(
  environment: string,
  values: Values,
):
  | { readonly ok: true; readonly settings: PackageSettings }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const problems: string[] = []
  const file = `env/.env.${environment}`
  const read = ({ name, is, good, how }: Rule): string => {
    const value = values[name]?.trim() ?? ''
    if (value === '') problems.push(`${name} is missing. It is ${is}. ${how(file)}`)
    else if (!good(value)) problems.push(`${name} is "${value}"; it has to be ${is}.`)
    return value
  }
  const settings: PackageSettings = {
    environment,
    appId: read(APP_ID).toLowerCase(),
    clientId: read(CLIENT_ID).toLowerCase(),
    domain: read(DOMAIN),
    version: read(VERSION),
    organisation: read(ORGANISATION),
    nameSuffix: values['APP_NAME_SUFFIX']?.trim() ?? '',
  }
  if (!/^[\w-]{0,10}$/.test(settings.nameSuffix))
    problems.push(`APP_NAME_SUFFIX is "${settings.nameSuffix}"; it has to be one short word, or empty.`)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings }
}

/** The lines `NAME=value` of a settings file; empty lines and those that begin with # are left out. */
export function valuesIn(text: string): Values {
  const lines = text.split(/\r?\n/).map((line) => /^\s*([A-Z][A-Z0-9_]*)\s*=(.*)$/.exec(line))
  return Object.fromEntries(
    lines
      .filter((line) => line !== null)
      .map(([, name = '', value = '']) => [name, value.trim().replaceAll(/^(["'])(.*)\1$/g, '$2')]),
  )
}

/** An id as Microsoft writes it, and one that somebody made: not all zeros, not one digit over and over. */
export function isRealId(text: string): boolean {
  return (
    /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(text) && new Set(text.replaceAll('-', '')).size > 2
  )
}

/** A host that others can reach by its name, in lower case: no scheme, port or path, no address, no wildcard. */
export function isPublicHost(text: string): boolean {
  if (text.length > 253 || /^[\d.]+$/.test(text) || /(^|\.)(localhost|local|internal)$/.test(text))
    return false
  const labels = text.split('.')
  return labels.length > 1 && labels.every((label) => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/.test(label))
}

/** Three whole numbers, as Teams takes them: a higher one is an update. */
export function isVersion(text: string): boolean {
  return /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(text)
}

type Rule = {
  readonly name: string
  readonly is: string
  readonly good: (value: string) => boolean
  readonly how: (file: string) => string
}

const APP_ID: Rule = {
  name: 'TEAMS_APP_ID',
  is: 'the id of the Teams app, a GUID that is made once and stays',
  good: isRealId,
  how: (file) =>
    `The Agents Toolkit makes one and writes it into ${file}; without it take any new GUID and write it there.`,
}

const CLIENT_ID: Rule = {
  name: 'APP_CLIENT_ID',
  is: 'the application (client) id of the Entra registration, a GUID',
  good: isRealId,
  how: (file) => `It stands on the registration's first page; write it into ${file}.`,
}

const DOMAIN: Rule = {
  name: 'APP_HOSTNAME',
  is: 'the host name under which the product is served, in lower case, such as evaluations.example.org: no https://, no port, no path',
  good: isPublicHost,
  how: (file) => `Write it into ${file}.`,
}

const VERSION: Rule = {
  name: 'APP_VERSION',
  is: 'the version of the package, three numbers such as 1.4.0, higher with each upload',
  good: isVersion,
  how: (file) => `Write it into ${file}; without it package.json's is taken.`,
}

const ORGANISATION: Rule = {
  name: 'APP_ORGANISATION',
  is: 'the organisation that runs the product here, up to 32 characters; people see it before they install',
  good: (value) => value.length <= 32,
  how: (file) => `Write it into ${file}.`,
}
