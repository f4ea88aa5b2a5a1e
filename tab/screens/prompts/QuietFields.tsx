import { Button } from '@fluentui/react-components'

import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { usePromptStyles } from './Prompts.styles.ts'
import type { Quiet } from './usePrompts.ts'

type Props = {
  readonly quiet: readonly Quiet[]
  readonly wrong: (place: string) => string | undefined
  readonly onChange: (quiet: readonly Quiet[]) => void
}

/** Single days and ranges on which no reminder goes out. */
export function QuietFields({ quiet, wrong, onChange }: Props) {
  const styles = usePromptStyles()
  const write = (key: number, part: Partial<Quiet>) =>
    onChange(quiet.map((each) => (each.key === key ? { ...each, ...part } : each)))
  return (
    <>
      {quiet.map(({ key, from, to }, place) => (
        <fieldset key={key} className={styles.range}>
          <legend className={styles.legend}>Quiet days {place + 1}</legend>
          <div className={styles.days}>
            <DayBoxes
              id={`quiet-from-${key}`}
              label="First day"
              value={from}
              error={wrong(`quiet.${place}.from`)}
              onChange={(day) => write(key, { from: day })}
            />
            <DayBoxes
              id={`quiet-to-${key}`}
              label="Last day"
              value={to}
              error={wrong(`quiet.${place}.to`)}
              onChange={(day) => write(key, { to: day })}
            />
          </div>
          <Button onClick={() => onChange(quiet.filter((each) => each.key !== key))}>
            Remove quiet days {place + 1}
          </Button>
        </fieldset>
      ))}
      <Button
        onClick={() =>
          onChange([...quiet, { key: 1 + Math.max(-1, ...quiet.map(({ key }) => key)), from: '', to: '' }])
        }
      >
        Add quiet days
      </Button>
    </>
  )
}
