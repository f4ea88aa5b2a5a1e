import { app } from '@microsoft/teams-js'

/** Joins Teams: says at once that the page shows, tells each theme, and answers the path of the deep link. */
export async function joinTeams(onTheme: (name: string) => void): Promise<string | undefined> {
  await app.initialize()
  void app.notifySuccess()
  app.registerOnThemeChangeHandler(onTheme)
  const context = await app.getContext()
  onTheme(context.app.theme)
  return context.page.subPageId
}
