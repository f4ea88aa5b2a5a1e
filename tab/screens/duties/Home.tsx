import type { DutyItem } from '#core/duties/views.ts'

import { dueInWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Due } from '../../parts/Due.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { RowList, Rows } from '../../parts/Rows.tsx'
import { Section } from '../../parts/Section.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { asks, dutyGroup, groups } from '../../parts/states.ts'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useDuties } from './useHome.ts'

/** What waits for the signed-in person, then what they asked others for. */
export function Home() {
  const waiting = useDuties('waiting')
  const asked = useDuties('asked')
  const { today } = useMe()
  const trouble = waiting.error ?? asked.error
  const again = () => void Promise.all([waiting.refetch(), asked.refetch()])
  if (!waiting.data || !asked.data)
    return trouble ? (
      <Page title="Home could not be shown">
        <Trouble problem={trouble} onAgain={again} />
      </Page>
    ) : (
      <Skeleton />
    )
  return (
    <Page title={howMany(waiting.data.total)} says={first(waiting.data.items[0], today)}>
      {trouble && <Trouble problem={trouble} onAgain={again} />}
      <Waiting list={waiting} today={today} />
      <Asked list={asked} />
    </Page>
  )
}

type List = ReturnType<typeof useDuties>

function Waiting({ list, today }: { readonly list: List; readonly today: string }) {
  const items = list.data?.items ?? []
  return (
    <Section title="Waiting for you">
      {items.length === 0 && (
        <Empty says="You have answered everything. What is asked of you next is sent to you, and stands here.">
          <TextLink to={routes.actions}>See all actions</TextLink>
        </Empty>
      )}
      {(['late', 'due-soon', 'later'] as const).map((group) => {
        const rows = items.filter((item) => dutyGroup(item, today) === group)
        return (
          rows.length > 0 && (
            <Rows key={group} level={3} title={groups[group].word} shape={groups[group].shape}>
              {rows.map((item) => (
                <Row
                  key={item.duty}
                  {...shown(item, list)}
                  who={
                    item.kind === 'do-action' ? `Asked by ${item.owed}` : `${item.owed} waits for your answer`
                  }
                  to={routes.answer(item.duty)}
                  act="Answer"
                  primary={item === items[0]}
                />
              ))}
            </Rows>
          )
        )
      })}
      <ShowMore list={list} />
    </Section>
  )
}

function Asked({ list }: { readonly list: List }) {
  const items = list.data?.items ?? []
  const { may } = useMe()
  return (
    <Section title="You asked others" id="asked">
      {items.length === 0 ? (
        <Empty says="Nobody owes you an answer.">
          {may.recordAction && <TextLink to={routes.newAction}>Record an action</TextLink>}
        </Empty>
      ) : (
        <RowList labelledBy="asked">
          {items.map((item) => (
            <Row
              key={item.duty}
              {...shown(item, list)}
              who={`${item.owes} owes you the answer`}
              to={routes.action(item.action)}
            />
          ))}
        </RowList>
      )}
      <ShowMore list={list} />
    </Section>
  )
}

function shown(item: DutyItem, { changed }: List) {
  const { number, reference, what, kind, due, duty } = item
  const count = changed.get(duty)
  return { number, reference, what, state: asks[kind], due: <Due day={due} />, changed: count }
}

function howMany(total: number): string {
  if (total === 0) return 'Nothing waits for you'
  return total === 1 ? 'One thing waits for you' : `${total} things wait for you`
}

function first(item: DutyItem | undefined, today: string): string | undefined {
  return item && `The first is ${item.number} for ${item.reference}, ${dueInWords(item.due, today)}.`
}
