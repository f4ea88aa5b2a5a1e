import * as z from 'zod/mini'

import type { Directory, FoundAccount, NotSearched, Searched } from '#core/people/directory.ts'
import { ok, refused } from '#core/result.ts'

import type { GraphFault } from '../client/fault.ts'
import type { Graph, TokenGiver } from '../client/graph.ts'
import { at } from '../client/path.ts'
import { inviting } from './invite.ts'

type Settings = {
  readonly tenantId: string
  /** A token for the scopes, on behalf of whoever came with this bearer token. */
  readonly onBehalfOf: (bearer: string, scopes: readonly string[]) => TokenGiver
  /** Where a guest comes to after accepting; without it nobody is invited from here. */
  readonly guestsComeTo?: string
}

/** Names and mail addresses, nothing else; an application could only have all that is kept of everybody. */
const SCOPES = ['https://graph.microsoft.com/User.ReadBasic.All'] as const
const MOST = 20
const SELECTED = 'id,displayName,mail,userPrincipalName,jobTitle'

const user = z.object({
  id: z.string().check(z.minLength(1)),
  displayName: z.nullish(z.string()),
  mail: z.nullish(z.string()),
  userPrincipalName: z.nullish(z.string()),
  jobTitle: z.nullish(z.string()),
})

/** The directory of the partnership's organisation. */
export function graphDirectory(graph: Graph, { tenantId, onBehalfOf, guestsComeTo }: Settings): Directory {
  const ask = async (bearer: string, query: Asked): Promise<Searched> => {
    const found = await graph.as(onBehalfOf(bearer, SCOPES)).all(
      {
        method: 'GET',
        path: at`/users`,
        query: { ...query, $select: SELECTED, $top: String(MOST) },
        // Graph searches the directory in a copy that follows after some seconds.
        headers: { ConsistencyLevel: 'eventual' },
      },
      user,
      MOST,
    )
    return found.ok
      ? ok(found.value.map((each) => asAccount(each, tenantId)))
      : {
          ...refused(whyNot(found.fault)),
          ...(found.fault.claims !== undefined && { claims: found.fault.claims }),
        }
  }
  return {
    ...(guestsComeTo !== undefined && { invite: inviting(graph, tenantId, guestsComeTo) }),
    async search(bearer, words) {
      const $search = searchOf(words)
      return $search === undefined ? ok([]) : ask(bearer, { $search })
    },
    async find(bearer, aadId) {
      return AN_ID.test(aadId) ? ask(bearer, { $filter: `id eq '${aadId}'` }) : ok([])
    },
  }
}

type Asked = { readonly $search: string } | { readonly $filter: string }
const AN_ID = /^[\w-]{1,64}$/

/** "displayName:ada" AND "displayName:lead", or a mail address. Quotation marks would end the clause. */
function searchOf(words: string): string | undefined {
  const said = words.replaceAll(/["\\]/g, ' ').trim().split(/\s+/).filter(Boolean).slice(0, 5)
  if (said.length === 0) return undefined
  const field = said.some((word) => word.includes('@')) ? 'mail' : 'displayName'
  return said.map((word) => `"${field}:${word}"`).join(' AND ')
}

function asAccount(said: z.infer<typeof user>, tenantId: string): FoundAccount {
  const name = said.userPrincipalName ?? ''
  return {
    tenantId,
    aadId: said.id,
    name: said.displayName ?? said.mail ?? name,
    mail: said.mail ?? null,
    title: said.jobTitle ?? null,
    isGuest: name.toUpperCase().includes('#EXT#'),
  }
}

function whyNot({ reason }: GraphFault): NotSearched {
  switch (reason) {
    case 'signed-out':
      return 'directory-needs-sign-in'
    case 'consent-missing':
    case 'not-allowed':
      return 'directory-not-allowed'
    case 'throttled':
    case 'not-there':
    case 'changed':
    case 'locked':
    case 'exists':
    case 'no-room':
    case 'not-reachable':
    case 'in-doubt':
    case 'refused':
      return 'directory-not-reachable'
  }
}
