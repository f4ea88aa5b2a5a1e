import { isPublicHost, isRealId } from '../settings.ts'
import { addressesIn, when } from './rule.ts'
import type { Lint } from './rule.ts'

/** Ids and addresses: everything leads to our host, and to nobody else's registration. */
export const ADDRESSES: readonly Lint[] = [
  {
    name: 'ids are real',
    says: (app) =>
      Object.entries({
        id: app.id,
        'bots[0].botId': app.bots?.[0]?.botId,
        'webApplicationInfo.id': app.webApplicationInfo?.id,
      })
        .filter(([, id]) => id === undefined || !isRealId(id))
        .map(([where, id]) => `${where} is "${id}".`),
  },
  {
    name: 'one host, and it is ours',
    says: ({ validDomains = [] }) => [
      ...when(validDomains.length !== 1, `validDomains has ${validDomains.length} entries.`),
      ...validDomains
        .filter((domain) => !isPublicHost(domain))
        .map((domain) => `validDomains has "${domain}": no wildcard, scheme, port, address or localhost.`),
    ],
  },
  {
    name: 'every address is https and at our host',
    says: (app) =>
      addressesIn(app)
        .filter(({ url }) => !url.startsWith(`https://${app.validDomains?.[0]}/`))
        .map(({ where, url }) => `${where} is ${url}.`),
  },
  {
    name: 'no address carries who the person is',
    says: (app) =>
      addressesIn(app)
        .filter(({ url }) => (url.match(/\{[^}]*\}/g) ?? []).some((filled) => filled !== '{theme}'))
        .map(({ where, url }) => `${where} is ${url}.`),
  },
  {
    name: 'sign-in is for the bot’s own registration',
    says: ({ webApplicationInfo, bots, validDomains }) => {
      const id = bots?.[0]?.botId
      const wanted = `api://${validDomains?.[0]}/botid-${id}`
      return [
        ...when(webApplicationInfo?.id !== id, 'webApplicationInfo.id is not the bot’s.'),
        ...when(
          webApplicationInfo?.resource !== wanted,
          `webApplicationInfo.resource is ${webApplicationInfo?.resource}, not ${wanted}.`,
        ),
      ]
    },
  },
]
