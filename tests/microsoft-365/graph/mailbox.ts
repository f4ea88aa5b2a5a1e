import { no } from './stand-in.ts'
import type { Area } from './stand-in.ts'

export type SentMail = {
  readonly message: {
    readonly subject: string
    readonly body: { readonly contentType: string; readonly content: string }
    readonly toRecipients: readonly { readonly emailAddress: { readonly address: string } }[]
  }
  readonly saveToSentItems: boolean
}

export type MailboxArea = Area & { readonly sent: readonly SentMail[] }

const ref = (name: string) => ({ $ref: `#/components/schemas/microsoft.graph.${name}` })

/**
 * One mailbox that sends. The subset of the contract has no sendMail: its description is that of the action's page
 * (user-sendmail), with the parts of `message` that the product uses.
 */
export function aMailbox(mailbox: string): MailboxArea {
  const sent: SentMail[] = []
  return {
    operations: {
      'users.user.sendMail': ({ params, body }) => {
        if (params['user-id'] !== mailbox) return no(403, 'ErrorAccessDenied')
        const { message, saveToSentItems } = body as SentMail
        if (message.toRecipients.some(({ emailAddress }) => !emailAddress.address.includes('@')))
          return no(400, 'ErrorInvalidRecipients')
        sent.push({ message, saveToSentItems })
        return { status: 202 }
      },
    },
    beyond: {
      '/users/{user-id}/sendMail': {
        post: {
          operationId: 'users.user.sendMail',
          'x-source': 'docs: user-sendmail',
          parameters: [{ name: 'user-id', in: 'path', required: true }],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['message'],
                  properties: {
                    message: {
                      type: 'object',
                      properties: {
                        subject: { type: ['string', 'null'] },
                        body: ref('itemBody'),
                        toRecipients: { type: 'array', items: ref('recipient') },
                      },
                      additionalProperties: false,
                    },
                    saveToSentItems: { type: 'boolean' },
                  },
                },
              },
            },
          },
          responses: {
            '2XX': {},
            '4XX': { $ref: '#/components/responses/error' },
            '5XX': { $ref: '#/components/responses/error' },
          },
        },
      },
    },
    sent,
  }
}
