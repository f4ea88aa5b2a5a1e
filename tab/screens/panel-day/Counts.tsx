import { GRADE_WORDS, GRADES } from '#core/cases/grade.ts'
import type { PanelCounts } from '#core/panel-day/views.ts'

import { Section } from '../../parts/Section.tsx'
import { usePanelStyles } from './PanelDay.styles.ts'
import { TableBox } from './TableBox.tsx'

/** The round in numbers: agencies' own grades, the panel's, and the judgements of the cases. */
export function Counts({ counts }: { readonly counts: PanelCounts }) {
  const styles = usePanelStyles()
  const columns = [
    { name: 'Agencies', numbers: counts.own },
    ...(isBegun(counts)
      ? [
          { name: 'Panel', numbers: counts.panel },
          { name: 'Cases', numbers: counts.judgements },
        ]
      : []),
  ]
  return (
    <Section title="All cases together">
      <p className={styles.text}>{inWords(counts)}</p>
      <TableBox name="How many of each grade">
        <thead>
          <tr>
            <th scope="col">Grade</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {GRADES.map((grade) => (
            <tr key={grade}>
              <th scope="row">{GRADE_WORDS[grade]}</th>
              {columns.map(({ name, numbers }) => (
                <td key={name}>{numbers[grade]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </TableBox>
    </Section>
  )
}

function isBegun({ panel, judgements }: PanelCounts): boolean {
  return GRADES.some((grade) => panel[grade] + judgements[grade] > 0)
}

function inWords(counts: PanelCounts): string {
  const { grades, regrades } = counts
  const sent = grades === 1 ? '1 agency grade was sent' : `${grades} agency grades were sent`
  if (!isBegun(counts)) return `${sent}. The panel has not recorded a grade yet.`
  return `${sent}; the panel changed ${regrades === 0 ? 'none' : regrades}.`
}
