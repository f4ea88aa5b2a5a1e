import { mergeClasses } from '@fluentui/react-components'

import type { PackView } from '#core/round/pack/views.ts'

import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Shape } from '../../parts/Shape.tsx'
import type { ShapeName } from '../../parts/Shape.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { MakePaper } from '../chronology/MakePaper.tsx'
import { useGridStyles } from './Grid.styles.ts'
import { useRoundStyles } from './Rounds.styles.ts'
import { RoundTabs } from './RoundTabs.tsx'
import { usePack } from './usePack.ts'

/** The subgroup's list: what was returned, what is late, what is missing; references and counts. */
export function Pack({ round }: { readonly round: string }) {
  const { data: pack, error, refetch } = usePack(round)
  if (!pack && !error) return <Skeleton />
  if (!pack)
    return (
      <Page title="This could not be shown" up={{ to: routes.rounds, name: 'Rounds' }}>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  return (
    <Page
      title={`Pack of round ${pack.code}: ${pack.theme}`}
      says={pack.heldOn ? `Panel day was on ${pack.heldOn}. ${pack.says}` : 'Panel day was not held yet.'}
      up={{ to: routes.round(pack.id), name: `Round ${pack.code}` }}
    >
      <RoundTabs round={pack.id} />
      {pack.may.tracker && (
        <MakePaper
          path={`/api/rounds/${encodeURIComponent(pack.id)}/tracker/paper`}
          name="Make the tracker as an Excel workbook"
        />
      )}
      {pack.heldOn === null ? (
        <Empty says="The pack is made from what follows panel day. It stands here from the day on which panel day is closed.">
          <TextLink to={routes.round(pack.id)}>Go to the round</TextLink>
        </Empty>
      ) : (
        <Cases pack={pack} />
      )}
    </Page>
  )
}

function Cases({ pack: { rows, totals } }: { readonly pack: PackView }) {
  const styles = useGridStyles()
  const { cards } = useRoundStyles()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
    <section className={styles.box} aria-label="The cases of the pack" tabIndex={0}>
      <table className={mergeClasses(cards, styles.pack)}>
        <thead>
          <tr>
            <th scope="col" className={styles.first}>
              Case
            </th>
            <th scope="col">{FORM}</th>
            {COUNTS.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{PARTS}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ reference, form, actions, returnsLate }) => (
            <tr key={reference}>
              <th scope="row" className={styles.first}>
                {reference}
              </th>
              <td data-name={FORM}>
                <Shape of={SHAPES[form.standing]} />
                {form.words}
              </td>
              {COUNTS.map(({ of, name }) => (
                <td key={name} data-name={name}>
                  {actions[of]}
                </td>
              ))}
              <td data-name={PARTS}>{returnsLate}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.first}>
              All
            </th>
            <td data-name={FORM}>
              {totals.returned} of {totals.forms} returned
            </td>
            {COUNTS.map(({ of, name }) => (
              <td key={name} data-name={name}>
                {totals.actions[of]}
              </td>
            ))}
            <td data-name={PARTS}>{totals.returnsLate}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

const FORM = 'Close-the-loop form'
const PARTS = 'Parts of returns late'

const COUNTS = [
  { of: 'all', name: 'Actions' },
  { of: 'late', name: 'Late' },
  { of: 'open', name: 'Not due yet' },
  { of: 'waiting', name: 'Waiting for a check' },
  { of: 'confirmed', name: 'Confirmed' },
] as const

const SHAPES: Readonly<Record<PackView['rows'][number]['form']['standing'], ShapeName>> = {
  none: 'bar',
  due: 'ring',
  returned: 'tick',
  'returned-late': 'half',
  missing: 'triangle',
}
