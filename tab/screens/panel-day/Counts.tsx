import { GRADE_WORDS, GRADES } from '#core/cases/grade.ts'
import type { PanelCounts } from '#core/panel-day/views.ts'

import { Section } from '../../parts/Section.tsx'
import { usePanelStyles } from './PanelDay.styles.ts'
import { TableBox } from './TableBox.tsx'

/** The round in numbers: agencies' own grades, the panel's, and the judgements of the cases. */
export function Counts({ counts }: { readonly counts: PanelCounts }) {
  const styles = usePanelStyles()
  const rows = [
    ['Agencies’ own grades', counts.own],
    ['Panel’s grades', counts.panel],
    ['Judgements of the cases', counts.judgements],
  ] as const
  return (
    <Section title="All cases together">
      <p className={styles.text}>{inWords(counts)}</p>
      <TableBox name="How many of each grade">
        <thead>
          <tr>
            <th scope="col">What</th>
            {GRADES.map((grade) => (
              <th key={grade} scope="col">
                {GRADE_WORDS[grade]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, numbers]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              {GRADES.map((grade) => (
                <td key={grade}>{numbers[grade]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </TableBox>
    </Section>
  )
}

function inWords({ grades, regrades }: PanelCounts): string {
  const sent = grades === 1 ? '1 agency grade was sent' : `${grades} agency grades were sent`
  return `${sent}; the panel changed ${regrades === 0 ? 'none' : regrades}.`
}
