import { Checkbox, mergeClasses, Select } from '@fluentui/react-components'

import type { ChoiceCase, ChoiceView } from '#core/involvement/views.ts'

import { useChooseStyles } from './Choose.styles.ts'
import { agencyName } from './useChoose.ts'
import type { useChoosing } from './useChoose.ts'

type Props = { readonly choice: ChoiceView; readonly choosing: ReturnType<typeof useChoosing> }

/** The long list by score: a table, on a narrow screen a card for each case. */
export function ChooseTable({ choice, choosing }: Props) {
  const styles = useChooseStyles()
  return (
    <ul className={styles.cases} aria-label="The long list, by score">
      {choice.cases.map((of) => (
        <Line key={of.id} of={of} choice={choice} choosing={choosing} />
      ))}
    </ul>
  )
}

function Line({ of, choice, choosing }: Props & { readonly of: ChoiceCase }) {
  const styles = useChooseStyles()
  const picked = choosing.isChosen(of.id)
  const known = of.knownTo.length
  return (
    <li className={mergeClasses(styles.case, picked && styles.picked)}>
      <Checkbox
        className={styles.tick}
        checked={picked}
        disabled={known === 0}
        label={<b>{of.reference}</b>}
        aria-label={`Choose ${of.reference}`}
        onChange={(_, { checked }) => choosing.pick(of.id, checked === true)}
      />
      <span className={styles.threshold}>{of.thresholdWords}</span>
      <span className={styles.known}>
        <b>{known === 1 ? 'Known to 1 agency' : `Known to ${known} agencies`}</b>
        {known > 0 && `: ${of.knownTo.map((id) => agencyName(choice, id)).join(', ')}`}
      </span>
      <span className={styles.lead}>
        {picked && (
          <label>
            Lead agency<span className={styles.unseen}> of {of.reference}</span>
            <Select value={choosing.leadOf(of)} onChange={(_, { value }) => choosing.lead(of.id, value)}>
              {of.knownTo.map((id) => (
                <option key={id} value={id}>
                  {agencyName(choice, id)}
                </option>
              ))}
            </Select>
          </label>
        )}
      </span>
    </li>
  )
}
