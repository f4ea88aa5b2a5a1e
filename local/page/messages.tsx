import { Caption1Strong } from '@fluentui/react-components'
import { Fragment } from 'react'

import { Message } from './message.tsx'
import type { MessageActs } from './message.tsx'
import type { ChatMessage } from './page-data.ts'
import { dayOf } from './when.ts'

/** Messages in the order of time, with a heading wherever the day changes. */
export const Messages = (props: { readonly messages: readonly ChatMessage[]; readonly acts: MessageActs }) =>
  props.messages.map((message, index) => {
    const day = dayOf(message.storyAt)
    const before = props.messages[index - 1]
    const isNewDay = before === undefined || dayOf(before.storyAt) !== day
    return (
      <Fragment key={message.id}>
        {isNewDay && (
          <Caption1Strong as="h2" className="day">
            {day}
          </Caption1Strong>
        )}
        <Message message={message} acts={props.acts} />
      </Fragment>
    )
  })
