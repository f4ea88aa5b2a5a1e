/** A value of ours in single quotes, for bash and PowerShell alike. Settings are checked before: none has a quote. */
export function quoted(value: string): string {
  if (/['’\n\r]/.test(value)) throw new RangeError('A value with a quote does not go into a script.')
  return `'${value}'`
}

/** `NAME='value'`, or the line that asks for it where it is not decided yet. */
export function bashValue(name: string, value: string | undefined, where: string): string {
  return value === undefined ? `: "\${${name}:?Set ${name} first: ${where}}"` : `${name}=${quoted(value)}`
}

/** `NAME='value'`, or what the environment says, or nothing. */
export function bashValueIfAny(name: string, value: string | undefined): string {
  return value === undefined ? `${name}=\${${name}:-}` : `${name}=${quoted(value)}`
}

/** A parameter of a PowerShell script: with its value, or asked for. */
export function powerShellValue(name: string, value: string | undefined): string {
  return value === undefined
    ? `[Parameter(Mandatory)] [string] $${name}`
    : `[string] $${name} = ${quoted(value)}`
}

export const APP_NAME = 'Case Evaluations for Teams'
