import { Text } from '@fluentui/react-components'

import { NOTHING } from '#core/returns/fields.ts'
import { missingInChronology } from '#core/returns/missing.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Empty } from '../../parts/Empty.tsx'
import { MoveLink } from '../../parts/MoveLink.tsx'
import { Page } from '../../parts/Page.tsx'
import { AnswerField } from './AnswerField.tsx'
import { Entries } from './Entries.tsx'
import { useReturnStyles } from './returns.styles.ts'
import { SendPart } from './SendPart.tsx'
import { HAVE_IT_BACK, stepOf, upTo } from './shown.ts'
import type { Shown } from './shown.ts'
import { useAnswers } from './useReturn.ts'

/** The agency's chronology: its entries, adding one, and sending it. */
export function Chronology({ of, content }: Shown) {
  const styles = useReturnStyles()
  const { today } = useMe()
  const answers = useAnswers(of.id)
  const entries = content.entries ?? []
  const writes = of.may.write.chronology
  return (
    <Page
      title={`Chronology for ${of.reference}`}
      says={of.chronology ? `${of.chronology.words}. ${writes ? '' : HAVE_IT_BACK}` : ''}
      up={upTo(of)}
      act={
        writes && (
          <MoveLink to={stepOf(of, 'chronology', 'new')} primary={entries.length === 0}>
            Add an entry
          </MoveLink>
        )
      }
    >
      <Text as="p" block className={styles.quiet}>
        What happened from {inWords(of.lookBackFrom, today)} on: what was recorded, what the child and others
        said, and whether there was a response. {of.readBy}
      </Text>
      {entries.length === 0 ? (
        <Empty
          says={
            answers(NOTHING) === 'yes'
              ? 'Your agency has nothing to record for this time.'
              : 'There is no entry yet.'
          }
        >
          {writes && <Text>Add the first one, or say below that there is nothing to record.</Text>}
        </Empty>
      ) : (
        <Entries of={of} entries={entries} />
      )}
      {writes && entries.length === 0 && (
        <AnswerField
          id={of.id}
          field={NOTHING}
          label="Is there nothing to record for this time?"
          options={{
            yes: 'We looked, and there is nothing to record',
            no: 'There is something, still to be added',
          }}
        />
      )}
      {writes && (
        <SendPart
          of={of}
          part="chronology"
          title="Send the chronology"
          missing={missingInChronology(entries.length, answers)}
        />
      )}
    </Page>
  )
}
