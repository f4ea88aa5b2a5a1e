import { mergeClasses } from '@fluentui/react-components'

import type { RoundMember } from '#core/round/views.ts'

import { Shape } from '../../parts/Shape.tsx'
import { useRoundStyles } from './Rounds.styles.ts'

/** The agencies of a round with their lead persons; on a phone one card for each. */
export function Members({ members }: { readonly members: readonly RoundMember[] }) {
  const styles = useRoundStyles()
  // A lead person hears how their own agency answered, and nothing of the others.
  const isAsked = members.every(({ reply }) => reply !== null)
  return (
    <div className={styles.box}>
      <table className={mergeClasses(styles.table, styles.cards)}>
        <thead>
          <tr>
            <th scope="col">Agency</th>
            <th scope="col">Lead person</th>
            <th scope="col">Sends to</th>
            {isAsked && <th scope="col">Long list</th>}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.agency}>
              <th scope="row">{member.name}</th>
              <td data-name="Lead person">
                <Lead member={member} />
              </td>
              <td data-name="Sends to">{member.collator ?? 'the partnership'}</td>
              {isAsked && member.reply && <td data-name="Long list">{REPLIES[member.reply]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Lead({ member: { lead, jobTitle, senior } }: { readonly member: RoundMember }) {
  const styles = useRoundStyles()
  if (!lead)
    return (
      <span className={styles.late}>
        <Shape of="triangle" />
        nobody yet
      </span>
    )
  return (
    <>
      {lead.name}
      {jobTitle && <span className={styles.quiet}>, {jobTitle}</span>}
      {!senior && (
        <span className={styles.late}>
          {' '}
          <Shape of="triangle" />
          not declared to decide
        </span>
      )}
    </>
  )
}

const REPLIES = {
  asked: 'has not confirmed that it arrived',
  received: 'has confirmed that it arrived',
  given: 'has answered',
} as const
