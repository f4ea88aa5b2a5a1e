import type { Answer } from '../ask.ts'
import type { World } from '../check.ts'
import type { Finding } from '../finding.ts'
import { AFTER_THE_TOKEN, couldNot, toDo } from '../finding.ts'

/** A setting that is not there, or was said wrongly. */
export const missing = (name: string, next: string): Finding => toDo(`${name} is not set.`, next)

export const unreached = (service: string, why: string): Finding =>
  couldNot(`${service} was not reached (${why}).`, 'See the way out of this machine: HTTPS, proxy.')

/** What only an administrator may read: the command that lends their right for an hour. */
export function adminOnly(answer?: Answer): Finding {
  const why =
    answer === undefined
      ? 'Only an administrator may read it.'
      : answer.kind === 'none'
        ? `Graph was not reached (${answer.why}).`
        : `Graph does not show it to this administrator (${answer.code || `status ${answer.status}`}).`
  return couldNot(
    why,
    'ADMIN_TOKEN=$(az account get-access-token --resource-type ms-graph --query accessToken -o tsv) npm run setup-tenant -- --check',
  )
}

export const noToken = (): Finding => couldNot('The application has no token yet.', AFTER_THE_TOKEN)

/** What an answer says that we did not expect: the code, never the message. */
export function otherwise(service: string, answer: Answer): Finding {
  if (answer.kind === 'none') return unreached(service, answer.why)
  return couldNot(
    `${service} says ${answer.status}${answer.code === '' ? '' : ` ${answer.code}`}.`,
    'Try again in a few minutes; if it stays, see docs/install.md, "When something is otherwise".',
  )
}

/** Something that has to be refused. Whoever may read it may too much. */
export async function refusedFrom(
  { graph, app }: World,
  path: string,
  words: { readonly refused: string; readonly open: string; readonly next: string },
): Promise<Finding> {
  if (!app.ok) return noToken()
  const answer = await graph(path)
  if (answer.kind === 'answer' && answer.status === 403) return { state: 'ok', found: words.refused }
  if (answer.kind === 'answer' && answer.status === 200) return toDo(words.open, words.next)
  return otherwise('Graph', answer)
}
