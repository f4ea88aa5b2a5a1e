import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components'

export type ThemeName = 'light' | 'dark' | 'contrast'

/** The theme, and how to choose another. */
export type Look = { readonly theme: ThemeName; readonly choose: (theme: ThemeName) => void }

export const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }

export const isThemeName = (name: string): name is ThemeName => Object.hasOwn(themes, name)

/** What `?theme=` says (Teams' own names too), else what this computer prefers. Nothing is stored. */
export function themeAtStart(): ThemeName {
  const asked = new URLSearchParams(location.search).get('theme') ?? ''
  if (isThemeName(asked)) return asked
  if (asked === 'default' || asked === 'glass') return 'light'
  if (matchMedia('(forced-colors: active)').matches) return 'contrast'
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function keepThemeInAddress(theme: ThemeName): void {
  const address = new URL(location.href)
  address.searchParams.set('theme', theme)
  history.replaceState(null, '', address)
}

/** The address of the other screen, in the same theme. */
export const withTheme = (path: string, theme: ThemeName) => `${path}?theme=${theme}`
