import { Button } from '@fluentui/react-components'

import type { ReplyView } from '#core/involvement/views.ts'
import { INVOLVEMENT_WORDS } from '#core/involvement/words.ts'

import { Empty } from '../../parts/Empty.tsx'
import { useInvolvementStyles } from './Involvement.styles.ts'
import { WhoThisIs } from './WhoThisIs.tsx'

type Props = { readonly reply: ReplyView; readonly onChange: () => void }

/** What the agency answered, for reading; it can be changed until the cases are chosen. */
export function GivenAnswers({ reply, onChange }: Props) {
  const styles = useInvolvementStyles()
  const { cases, may, state, chosen } = reply
  if (state !== 'given') return <Empty says={whyNone(reply)} />
  return (
    <>
      {chosen && <p>Who a child is stands with each chosen case that you are asked about.</p>}
      {may.answer && <p>Nothing more to do. You can change an answer until the cases are chosen.</p>}
      {may.answer && (
        <p>
          <Button onClick={onChange}>Change an answer</Button>
        </p>
      )}
      <ul className={styles.cases} aria-label="The long list">
        {cases.map(({ id, reference, threshold, answer, child }) => (
          <li key={id} className={styles.case}>
            <div className={styles.about}>
              <span className={styles.reference}>{reference}</span>{' '}
              <span className={styles.threshold}>{threshold}</span>
              {child && <WhoThisIs reference={reference} child={child} unfolded={false} />}
            </div>
            <div className={styles.given}>{answer && INVOLVEMENT_WORDS[answer]}</div>
          </li>
        ))}
      </ul>
    </>
  )
}

function whyNone({ chosen, receivedOn }: ReplyView): string {
  if (chosen) return 'There was no answer before the cases were chosen.'
  return receivedOn
    ? `The list arrived on ${receivedOn}. Its answers stand here as soon as they are sent.`
    : 'It was not confirmed yet that the list arrived.'
}
