/** How Graph names an app of the organisation's catalogue in a body. It is a name: nothing is called there. */
export function appInCatalogue(id: string) {
  return {
    'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${encodeURIComponent(id)}`,
  }
}
