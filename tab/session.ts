const TOKEN = 'case-evaluations.token'

/** The bearer token of this browser tab: gone when the tab is closed, never kept on a shared laptop. */
export const session = {
  token: (): string | null => sessionStorage.getItem(TOKEN),
  start: (token: string): void => sessionStorage.setItem(TOKEN, token),
  end: (): void => sessionStorage.removeItem(TOKEN),
} as const
