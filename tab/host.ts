import { useSyncExternalStore } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { landing } from './landing.ts'

export type Theme = 'light' | 'dark' | 'contrast'

/** Whether Teams shows the page; else it is a page of the browser and has its own theme switch. */
export const inTeams = window.parent !== window

const CHOSEN = 'case-evaluations.theme'
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()
let theme: Theme = firstTheme()

/** The theme of the host, or the one chosen in the browser. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => theme)
}

/** The person's own choice, in the browser: kept while this tab of the browser is open. */
export function chooseTheme(chosen: Theme): void {
  sessionStorage.setItem(CHOSEN, chosen)
  show(chosen)
}

/** Says to Teams that the page is there (the skeleton shows by now) and follows its theme. */
export function startHost(): void {
  show(theme)
  if (inTeams) void followTeams()
  else darkSystem.addEventListener('change', () => show(firstTheme()))
}

async function followTeams(): Promise<void> {
  const { followTheme, joinTeams } = await import('./teams.ts')
  try {
    const { page, meeting } = await joinTeams()
    const to = landing({ ...page, isMeeting: meeting !== undefined }, window.location.pathname)
    if (to !== undefined) navigate(to, { replace: true })
    await followTheme((name) => show(themeNamed(name) ?? 'light'))
  } catch {
    // Whoever needs Teams to sign in is told by the gate that it does not answer.
  }
}

function firstTheme(): Theme {
  const asked = new URLSearchParams(window.location.search).get('theme')
  const chosen = inTeams ? null : sessionStorage.getItem(CHOSEN)
  return themeNamed(asked) ?? themeNamed(chosen) ?? (darkSystem.matches ? 'dark' : 'light')
}

/** Teams says default, dark, glass or contrast; our own addresses say light. */
function themeNamed(name: string | null | undefined): Theme | undefined {
  if (name === 'light' || name === 'default') return 'light'
  if (name === 'dark' || name === 'glass') return 'dark'
  return name === 'contrast' ? 'contrast' : undefined
}

function show(next: Theme): void {
  theme = next
  document.documentElement.dataset['theme'] = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
