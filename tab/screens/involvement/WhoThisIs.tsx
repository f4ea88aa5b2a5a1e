import type { ListedChild } from '#core/involvement/views.ts'

import { shortWords } from '../../days.ts'
import { useInvolvementStyles } from './Involvement.styles.ts'

type Props = { readonly reference: string; readonly child: ListedChild; readonly unfolded: boolean }

/** Name, age and the adults around, folded: the reference is what is said aloud. */
export function WhoThisIs({ reference, child: { name, born, age, adults }, unfolded }: Props) {
  const styles = useInvolvementStyles()
  return (
    <details className={styles.who} open={unfolded}>
      <summary className={styles.fold}>
        Who this is<span className={styles.unseen}>, {reference}</span>
      </summary>
      <p>
        <b>{name}</b>, {born === null ? age : `${age}, born ${shortWords(born, NO_YEAR)}`}
      </p>
      {adults.length > 0 && (
        <ul className={styles.adults}>
          {adults.map((adult) => (
            <li key={`${adult.name} ${adult.relation}`}>
              {[
                adult.name,
                adult.relation,
                adult.livesWith && 'lives with the child',
                adult.parentalResponsibility && 'parental responsibility',
              ]
                .filter(Boolean)
                .join(', ')}
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

/** A date of birth always has its year. */
const NO_YEAR = '0000-01-01'
