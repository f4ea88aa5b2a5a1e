import { useSyncExternalStore } from 'react'

import { session } from '../session.ts'
import { endsAccess } from './trouble.ts'
import type { Trouble } from './trouble.ts'

/** How it stands with signing in. */
export type Standing =
  | { readonly is: 'asking' }
  | { readonly is: 'in' }
  | { readonly is: 'out' }
  /** `inside`: somebody was at work, and what they see and typed stays. */
  | { readonly is: 'trouble'; readonly trouble: Trouble; readonly inside: boolean }

let standing: Standing = session.token() === null ? { is: 'asking' } : { is: 'in' }
const listeners = new Set<() => void>()

export function useStanding(): Standing {
  return useSyncExternalStore(subscribe, () => standing)
}

/** A token is there. After one that the server refused this says nothing yet: see `standTaken`. */
export function standIn(): void {
  if (standing.is !== 'in' && !isRefused()) become({ is: 'in' })
}

/** The server took a token. */
export function standTaken(): void {
  if (isRefused()) become({ is: 'in' })
}

/** Whether the server takes no token: another one may be refused as well. */
export function isRefused(): boolean {
  return standing.is === 'trouble' && standing.trouble.why === 'token-refused'
}

/** Nobody is signed in, by their own wish or because it was too long ago. */
export function standOut(): void {
  if (standing.is !== 'out') become({ is: 'out' })
}

/** Somebody cannot go on. */
export function standBefore(trouble: Trouble): void {
  const wasInside = standing.is === 'in' || (standing.is === 'trouble' && standing.inside)
  become({ is: 'trouble', trouble, inside: wasInside && !endsAccess(trouble.why) })
}

function become(next: Standing): void {
  standing = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
