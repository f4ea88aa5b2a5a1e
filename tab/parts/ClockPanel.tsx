import { Button, Subtitle2, Text } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'

import { isDay } from '../days.ts'
import { useSubmission } from '../submission.ts'
import { useClockStyles } from './Clock.styles.ts'
import { DayBoxes } from './form/DayBoxes.tsx'
import { Status } from './Status.tsx'

export type ClockView = { readonly now: string; readonly day: string; readonly words: string }

type Props = { readonly clock: ClockView; readonly onClose: () => void }

/** Moves the story on: to the next deadline, the next day, a day, or by its next event. */
export function ClockPanel({ clock, onClose }: Props) {
  const styles = useClockStyles()
  const panel = useRef<HTMLDivElement>(null)
  const story = useStory()
  const [day, setDay] = useState(clock.day)
  useEffect(() => panel.current?.focus(), [])
  useEffect(() => {
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  }, [onClose])
  return (
    <section ref={panel} tabIndex={-1} aria-labelledby="clock-heading" className={styles.panel}>
      <Subtitle2 as="h2" id="clock-heading" className={styles.heading}>
        The story stands at {clock.words}
      </Subtitle2>
      <Status>
        {story.said && (
          <Text as="p" block className={styles.says}>
            {story.said}
          </Text>
        )}
      </Status>
      <div className={styles.acts}>
        <Button appearance="primary" disabledFocusable={story.busy} onClick={story.play}>
          Play the story on
        </Button>
        <Button disabledFocusable={story.busy} onClick={() => story.move('next-deadline')}>
          Next deadline
        </Button>
        <Button disabledFocusable={story.busy} onClick={() => story.move('next-day')}>
          Next day
        </Button>
      </div>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isDay(day)) story.move(day)
          else story.say('This is not a day in the calendar.')
        }}
      >
        <DayBoxes id="clock-day" label="A date" value={day} onChange={setDay} />
        <Button type="submit" disabledFocusable={story.busy}>
          Go to this date
        </Button>
      </form>
      <div className={styles.foot}>
        <StartAgain busy={story.busy} onStartAgain={story.startAgain} />
        <Button appearance="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
    </section>
  )
}

/** Asks once more: what was done in the story is gone afterwards. */
function StartAgain({ busy, onStartAgain }: { readonly busy: boolean; readonly onStartAgain: () => void }) {
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <Button appearance="subtle" onClick={() => setAsked(true)}>
        Start again
      </Button>
    )
  return (
    <Button
      disabledFocusable={busy}
      onClick={() => {
        setAsked(false)
        onStartAgain()
      }}
    >
      Yes, forget all and start again
    </Button>
  )
}

function useStory() {
  const [said, say] = useState('')
  const move = useSubmission<ClockView, { to: string }>('/local/clock')
  const play = useSubmission<{ played: string | null }, object>('/local/story/play')
  const startAgain = useSubmission<object, object>('/local/story/start-again')
  const failed = (problem: { title: string; detail: string }) => say(`${problem.title}. ${problem.detail}`)
  return {
    said,
    say,
    busy: move.isPending || play.isPending || startAgain.isPending,
    move: (to: string) =>
      move.mutate(
        { body: { to } },
        { onSuccess: ({ words }) => say(`It is now ${words}.`), onError: failed },
      ),
    play: () =>
      play.mutate(
        { body: {} },
        {
          onSuccess: ({ played }) => say(played ?? 'The story is over. You can start it again.'),
          onError: failed,
        },
      ),
    startAgain: () =>
      startAgain.mutate(
        { body: {} },
        { onSuccess: () => say('The story starts again from its first day.'), onError: failed },
      ),
  }
}
