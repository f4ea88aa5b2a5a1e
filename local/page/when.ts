const inLondon = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', ...options })

const day = inLondon({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const time = inLondon({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** "Wednesday 13 June 2018", from an ISO 8601 instant. */
export const dayOf = (instant: string) => day.format(new Date(instant)).replace(',', '')

/** "10:04", from an ISO 8601 instant. */
export const timeOf = (instant: string) => time.format(new Date(instant))
