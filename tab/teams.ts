import { app, authentication, pages } from '@microsoft/teams-js'

let joining: Promise<app.Context> | undefined

/** Joins Teams once: says at once that the page shows, and answers where it is shown and to whom. */
export function joinTeams(): Promise<app.Context> {
  joining ??= join()
  return joining
}

async function join(): Promise<app.Context> {
  await app.initialize()
  void app.notifySuccess()
  return app.getContext()
}

/** Tells each theme, the present one first. */
export async function followTheme(onTheme: (name: string) => void): Promise<void> {
  const context = await joinTeams()
  app.registerOnThemeChangeHandler(onTheme)
  onTheme(context.app.theme)
}

/** A token for our server; rejects with Teams' reason. */
export function askTeams(wanted: authentication.AuthTokenRequestParameters): Promise<string> {
  return authentication.getAuthToken(wanted)
}

/** Opens a page of ours in a window of its own, and waits until it says how it went. */
export function openPopup(page: URL): Promise<string> {
  return authentication.authenticate({ url: page.href, width: 600, height: 640 })
}

/** In that window: tells Teams how it went, which closes it. */
export async function closePopup(failure?: string): Promise<void> {
  await app.initialize()
  if (failure === undefined) authentication.notifySuccess()
  else authentication.notifyFailure(failure)
}

/**
 * In the settings of a tab: the entity of the tab that was saved before; undefined for a new one, or when Teams does
 * not say within three seconds.
 */
export async function savedEntity(): Promise<string | undefined> {
  const silence = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 3000))
  const saved = await Promise.race([pages.getConfig(), silence]).catch(() => undefined)
  return saved?.entityId || undefined
}

/** In the settings of a tab: what Teams keeps when the person saves; undefined: it cannot be saved yet. */
export function offerTab(tab: pages.InstanceConfig | undefined): void {
  if (tab)
    pages.config.registerOnSaveHandler((event) => {
      pages.config.setConfig(tab).then(
        () => event.notifySuccess(),
        () => event.notifyFailure('The tab could not be saved. Try again.'),
      )
    })
  pages.config.setValidityState(tab !== undefined)
}
