import type { SettingName } from './settings.ts'

export type Env = Readonly<Record<string, string | undefined>>

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Reads settings one by one and keeps what is wrong with them, each a sentence that names the setting. */
export function openReader(env: Env) {
  const problems: string[] = []
  const text = (name: SettingName): string | undefined => env[name] || undefined
  const required = (name: SettingName, why: string): string => {
    const value = text(name)
    if (value === undefined) problems.push(`${name} is missing; ${why}`)
    return value ?? ''
  }
  /** As tokens have it, in small letters: ids are compared letter by letter. */
  const asGuid = (name: SettingName, value: string): string => {
    if (value !== '' && !isGuid(value))
      problems.push(`${name} is no id; it looks like 00000000-0000-4000-8000-000000000000.`)
    return value.toLowerCase()
  }
  return {
    problems,
    text,
    required,
    number(name: SettingName, fallback: number, max: number): number {
      const said = text(name)
      if (said === undefined) return fallback
      const value = Number(said)
      if (Number.isInteger(value) && value >= 0 && value <= max) return value
      problems.push(`${name} is "${said}"; it has to be a whole number from 0 to ${max}.`)
      return fallback
    },
    url(name: SettingName): string | undefined {
      const said = text(name)
      if (said === undefined) return undefined
      if (!URL.canParse(said))
        problems.push(`${name} is "${said}"; it has to be an address such as https://example.org.`)
      return said.replace(/\/$/, '')
    },
    yesOrNo(name: SettingName): boolean {
      const said = text(name)
      if (said !== undefined && said !== 'yes' && said !== 'no')
        problems.push(`${name} is "${said}"; it can be "yes" or "no".`)
      return said === 'yes'
    },
    oneOf<T extends string>(name: SettingName, values: readonly T[], fallback: T, inWords: string): T {
      const said = text(name)
      const found = values.find((value) => value === said)
      if (said !== undefined && found === undefined)
        problems.push(`${name} is "${said}"; it can be ${inWords}.`)
      return found ?? fallback
    },
    guid(name: SettingName, why: string): string {
      return asGuid(name, required(name, why))
    },
    /** An id that may be left out. */
    guidIfSet(name: SettingName): string | undefined {
      const said = text(name)
      return said && asGuid(name, said)
    },
    /** An address of PostgreSQL; what is in it is never said. */
    postgres(name: SettingName, why: string): string {
      const value = required(name, why)
      if (value !== '' && !/^postgres(ql)?:\/\//.test(value))
        problems.push(`${name} is no PostgreSQL address; it begins with postgresql://.`)
      return value
    },
  }
}

export type Reader = ReturnType<typeof openReader>

export type Read<T> =
  | { readonly ok: true; readonly config: T }
  | { readonly ok: false; readonly problems: readonly string[] }

/** What was read, or every problem with it. */
export function asRead<T>(problems: readonly string[], config: T): Read<T> {
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config }
}

export function isGuid(text: string): boolean {
  return GUID.test(text) && !/^[0-]+$/.test(text)
}

/** Whether an address is of this machine. */
export function isHere(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)
}
