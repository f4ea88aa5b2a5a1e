import { Text } from '@fluentui/react-components'

import type { DutyView } from '#core/duties/views.ts'

import { MoveLink } from '../../parts/MoveLink.tsx'
import { Page } from '../../parts/Page.tsx'
import { routes } from '../../routes.ts'
import { useAnswerStyles } from './Answer.styles.ts'
import { Said, saidOf } from './Said.tsx'
import type { useAnswer } from './useAnswer.ts'

type Props = { readonly duty: DutyView; readonly answer: ReturnType<typeof useAnswer> }

/** What you said, when, and what happens next. */
export function Receipt({ duty, answer }: Props) {
  const styles = useAnswerStyles()
  const { number, reference, what, subject } = duty.item
  return (
    <Page
      title={`${number} for ${reference}: your answer was sent`}
      up={{ to: routes.home, name: 'Home' }}
      narrow
    >
      <p className={styles.what}>{what}</p>
      <Text as="p" block weight="semibold">
        {answer.send.data?.receipt}
      </Text>
      <Said title="What you said" texts={saidOf(answer.choice, answer.typed)} />
      <div className={styles.acts}>
        <MoveLink to={routes.home} primary>
          Go to Home
        </MoveLink>
        <MoveLink to={routes.action(subject)}>Open the action</MoveLink>
      </div>
    </Page>
  )
}
