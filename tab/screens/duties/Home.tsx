import { countOf } from '#core/count.ts'
import type { DutyItem } from '#core/duties/views.ts'
import { DUTY_ASKS, isAboutAction, owedInWords } from '#core/duties/words.ts'

import { dueInWords, shortWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Due } from '../../parts/Due.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { RowList, Rows } from '../../parts/Rows.tsx'
import { Section } from '../../parts/Section.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { askOf, dutyGroup, groups } from '../../parts/states.ts'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useDuties } from './useHome.ts'

/** What waits for the signed-in person, then what they asked others for. */
export function Home() {
  const waiting = useDuties('waiting')
  const asked = useDuties('asked')
  const { today, firstRun, tookOver, clocks, undelivered } = useMe()
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
  if (firstRun && waiting.data.total + asked.data.total === 0)
    return (
      <Page title="Your partnership begins here">
        <NotSetUp />
      </Page>
    )
  return (
    <Page title={howMany(waiting.data.total)} says={first(waiting.data.items[0], today)}>
      {trouble && <Trouble problem={trouble} onAgain={again} />}
      {clocks.map(({ id, says }) => (
        <Notice key={id} kind="trouble" title="Something went to the wrong person">
          <p>
            <TextLink to={routes.incident(id)}>{says}</TextLink>
          </p>
        </Notice>
      ))}
      {undelivered > 0 && (
        <Notice
          kind="trouble"
          title={`${countOf(undelivered, 'reminder', 'reminders')} could not be delivered`}
        >
          <p>
            <TextLink to={routes.undelivered}>See whom nobody has told, and why</TextLink>
          </p>
        </Notice>
      )}
      {firstRun && <NotSetUp />}
      {tookOver && (
        <Notice kind="news" title="You have taken over from somebody">
          <p>
            <TextLink to={routes.takenOver}>See what you have taken over</TextLink>
          </p>
        </Notice>
      )}
      <Waiting list={waiting} today={today} />
      <Asked list={asked} />
      <Standing />
    </Page>
  )
}

/** To the business manager, until the partnership is ready. */
function NotSetUp() {
  return (
    <Notice kind="news" title="The partnership is not set up yet">
      <p>Its name, its agencies, its people and its calendar come first.</p>
      <p>
        <TextLink to={routes.firstRun}>Set up the partnership</TextLink>
      </p>
    </Notice>
  )
}

/** What else is the person's: how their agency stands, and what was talked through with them. */
function Standing() {
  const { may, talked, today } = useMe()
  return (
    <>
      {may.seeAgency && (
        <p>
          <TextLink to={routes.agency}>How your agency stands</TextLink>
        </p>
      )}
      {talked && (
        <p>
          <TextLink to={routes.talks}>
            Talked through with {talked.manager} on {shortWords(talked.on, today)}
          </TextLink>
        </p>
      )}
    </>
  )
}

type List = ReturnType<typeof useDuties>

function Waiting({ list, today }: { readonly list: List; readonly today: string }) {
  const items = list.data?.items ?? []
  return (
    <Section title="Waiting for you">
      {items.length === 0 && (
        <Empty says="You have answered everything. The next thing you are asked will be sent to you and shown here.">
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
                  who={`Asked by: ${item.owed}`}
                  to={item.path}
                  act={isAboutAction(item.kind) ? 'Answer' : 'Open'}
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
              what={owedInWords(item.kind, item.what)}
              who={`Waiting for: ${item.owes}`}
              to={isAboutAction(item.kind) ? routes.action(item.subject) : item.path}
            />
          ))}
        </RowList>
      )}
      <ShowMore list={list} />
    </Section>
  )
}

function shown(item: DutyItem, { changed }: List) {
  const { number, reference, kind, due, duty } = item
  const what = item.what || DUTY_ASKS[kind]
  const count = changed.get(duty)
  return { number, reference, what, state: askOf(kind), due: <Due day={due} />, changed: count }
}

function nameOf({ kind, number, reference }: DutyItem): string {
  return number === '' ? `“${DUTY_ASKS[kind]}” for ${reference}` : `${number} for ${reference}`
}

function howMany(total: number): string {
  if (total === 0) return 'Nothing waits for you'
  return total === 1 ? 'One thing waits for you' : `${total} things wait for you`
}

function first(item: DutyItem | undefined, today: string): string | undefined {
  return item && `The first is ${nameOf(item)}, ${dueInWords(item.due, today)}.`
}
