import type { CollationId, EntryId, ReturnId } from '#core/ids.ts'
import { ok, refused } from '#core/result.ts'
import {
  answerFieldSchema,
  commentSchema,
  entrySchema,
  inviteSchema,
  sendOnSchema,
  signOffSchema,
} from '#core/returns/commands.ts'
import { inviteContributor } from '#core/returns/invite-contributor.ts'
import { acceptPart, sendBack } from '#core/returns/judge-part.ts'
import { removeEntry } from '#core/returns/remove-entry.ts'
import type { PartName } from '#core/returns/return.ts'
import { saveAnswer } from '#core/returns/save-answer.ts'
import { saveEntry } from '#core/returns/save-entry.ts'
import { seeCollated, seeWritten } from '#core/returns/see-written.ts'
import { sendOn } from '#core/returns/send-on.ts'
import { sendChronology, sendEvaluation } from '#core/returns/send-part.ts'
import {
  collationContent,
  collationView,
  invitedContributor,
  removedEntry,
  returnContent,
  returnView,
  savedAnswer,
  savedCollation,
  savedEntry,
  savedReturn,
} from '#core/returns/views.ts'
import { storyNow } from '#store/clock.ts'
import { viewCollation, viewReturn } from '#store/return-views.ts'
import { run } from '#store/run.ts'

import { endpoint, saved } from '../endpoint.ts'

const returnId = (params: Readonly<Record<string, string>>) => params['id'] as ReturnId
const collationId = (params: Readonly<Record<string, string>>) => params['id'] as CollationId
const entryId = (params: Readonly<Record<string, string>>) => params['entry'] as EntryId
const seenAt = (version: number | undefined) => (version === undefined ? {} : { version })

/** Whoever asked for a part takes it or sends it back: two rows for each of the parts. */
const judging = (part: PartName) => [
  endpoint({
    method: 'POST',
    path: `/api/returns/:id/${part}/accept`,
    summary: `Accepts the ${part} that an agency sent`,
    input: null,
    output: savedReturn,
    touches: 'return',
    may: 'judgeReturn',
    versioned: true,
    run: async ({ running, request, params, ifMatch }) => {
      const result = await run(running, request, acceptPart, {
        return: returnId(params),
        part,
        ...seenAt(ifMatch),
      })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: `/api/returns/:id/${part}/send-back`,
    summary: `Sends the ${part} back to its agency, with a comment`,
    input: commentSchema,
    output: savedReturn,
    touches: 'return',
    may: 'judgeReturn',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const result = await run(running, request, sendBack, {
        return: returnId(params),
        part,
        comment: input.comment,
        ...seenAt(ifMatch),
      })
      return saved(result)
    },
  }),
]

export const returnEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/returns/:id',
    summary: 'A return: how its parts stand, what it asks, what the person may do',
    input: null,
    output: returnView,
    touches: 'return',
    may: 'seeReturn',
    run: async ({ look, running, params }) => {
      const body = await look(async (seen) =>
        viewReturn({ ...seen, now: await storyNow(seen.trx, running.realNow) }, returnId(params)),
      )
      return body ? ok({ body, version: body.version }) : refused('no-such-return')
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/returns/:id/content',
    summary: 'What is written in a return, part by part as it may be read; the view is recorded',
    input: null,
    output: returnContent,
    touches: 'return',
    may: 'readReturn',
    run: async ({ running, request, params }) => {
      const result = await run(running, { ...request, key: null }, seeWritten, { return: returnId(params) })
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/returns/:id/entries',
    summary: 'Writes a new event into the chronology',
    input: entrySchema,
    output: savedEntry,
    touches: 'return',
    may: 'writeReturn',
    run: async ({ running, request, params, input }) => {
      const result = await run(running, request, saveEntry, {
        return: returnId(params),
        entry: null,
        words: input,
      })
      return saved(result, 201)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/returns/:id/entries/:entry',
    summary: 'Changes an event of the chronology; If-Match is the entry’s own version',
    input: entrySchema,
    output: savedEntry,
    touches: 'return',
    may: 'writeReturn',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const result = await run(running, request, saveEntry, {
        return: returnId(params),
        entry: entryId(params),
        words: input,
        ...seenAt(ifMatch),
      })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/returns/:id/entries/:entry/remove',
    summary: 'Takes an event out of the chronology; If-Match is the entry’s own version',
    input: null,
    output: removedEntry,
    touches: 'return',
    may: 'writeReturn',
    versioned: true,
    run: async ({ running, request, params, ifMatch }) => {
      const result = await run(running, request, removeEntry, {
        return: returnId(params),
        entry: entryId(params),
        ...seenAt(ifMatch),
      })
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/returns/:id/answers',
    summary: 'Writes one field; If-Match is the field’s own version, none for the first time',
    input: answerFieldSchema,
    output: savedAnswer,
    touches: 'return',
    may: 'writeReturn',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const result = await run(running, request, saveAnswer, {
        return: returnId(params),
        ...input,
        version: ifMatch ?? 0,
      })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/returns/:id/chronology/send',
    summary: 'Sends the chronology',
    input: null,
    output: savedReturn,
    touches: 'return',
    may: 'sendReturn',
    versioned: true,
    run: async ({ running, request, params, ifMatch }) => {
      const result = await run(running, request, sendChronology, {
        return: returnId(params),
        ...seenAt(ifMatch),
      })
      return saved(result)
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/returns/:id/evaluation/send',
    summary: 'Signs off the evaluation and sends it with the agency’s own grade',
    input: signOffSchema,
    output: savedReturn,
    touches: 'return',
    may: 'sendReturn',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const result = await run(running, request, sendEvaluation, {
        return: returnId(params),
        signing: input,
        ...seenAt(ifMatch),
      })
      return saved(result)
    },
  }),
  ...judging('chronology'),
  ...judging('evaluation'),
  endpoint({
    method: 'POST',
    path: '/api/returns/:id/contributors',
    summary: 'Invites a colleague, a school or a practice to this one return',
    input: inviteSchema,
    output: invitedContributor,
    touches: 'return',
    may: 'invite',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const result = await run(running, request, inviteContributor, {
        return: returnId(params),
        who: input,
        ...seenAt(ifMatch),
      })
      return saved(result, 201)
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/collations/:id',
    summary: 'What a collator brings together for one case, and how each agency stands',
    input: null,
    output: collationView,
    touches: 'collation',
    may: 'seeCollation',
    run: async ({ look, running, params }) => {
      const body = await look(async (seen) =>
        viewCollation({ ...seen, now: await storyNow(seen.trx, running.realNow) }, collationId(params)),
      )
      return body ? ok({ body, version: body.version }) : refused('no-such-collation')
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/collations/:id/content',
    summary: 'What the agencies of a collation sent, side by side; the view is recorded',
    input: null,
    output: collationContent,
    touches: 'collation',
    may: 'seeCollation',
    run: async ({ running, request, params }) => {
      const collation = collationId(params)
      const result = await run(running, { ...request, key: null }, seeCollated, { collation })
      return result.ok ? ok({ body: result.value }) : result
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/collations/:id/send-on',
    summary: 'Sends the agencies’ returns on, with the shared view of the impact',
    input: sendOnSchema,
    output: savedCollation,
    touches: 'collation',
    may: 'sendOn',
    versioned: true,
    run: async ({ running, request, params, input, ifMatch }) => {
      const result = await run(running, request, sendOn, {
        collation: collationId(params),
        ...input,
        ...seenAt(ifMatch),
      })
      return saved(result)
    },
  }),
]
