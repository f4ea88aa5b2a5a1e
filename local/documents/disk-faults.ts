import { refused } from '#core/result.ts'

/** Does what a disk may refuse: its fault becomes the reason, and anything else is thrown on. */
export async function orReason<T, R extends string>(
  reasonOf: (code: string) => R,
  act: () => Promise<T>,
): Promise<T | { readonly ok: false; readonly reason: R }> {
  try {
    return await act()
  } catch (fault) {
    const code = codeOf(fault)
    if (code === undefined) throw fault
    return refused(reasonOf(code))
  }
}

export function writeReason(code: string): 'no-room' | 'not-reachable' {
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' ? 'no-room' : 'not-reachable'
}

export function isNotThere(fault: unknown): boolean {
  return codeOf(fault) === 'ENOENT'
}

/** The operating system's name for a fault, or undefined when the fault is not the system's. */
export function codeOf(fault: unknown): string | undefined {
  if (!(fault instanceof Error) || !('syscall' in fault) || !('code' in fault)) return undefined
  return typeof fault.code === 'string' ? fault.code : undefined
}
