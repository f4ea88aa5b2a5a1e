import { isOrWas } from '#core/calendar/is-or-was.ts'
import { countOf } from '#core/count.ts'
import type { ChoiceView } from '#core/involvement/views.ts'

import { dueInWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { ChooseForm } from './ChooseForm.tsx'
import { ChooseMade } from './ChooseMade.tsx'
import { ChooseMatrix } from './ChooseMatrix.tsx'
import { ChooseWaiting } from './ChooseWaiting.tsx'
import { RoundTabs } from './RoundTabs.tsx'
import { useChoice } from './useChoose.ts'

/** The cases that are evaluated are chosen here, from what the agencies answered. */
export function Choose({ round: id }: { readonly round: string }) {
  const { data: choice, error, refetch } = useChoice(id)
  const { today, help } = useMe()
  if (!choice && !error) return <Skeleton rows={8} />
  if (!choice)
    return (
      <Page title="This could not be shown" up={{ to: routes.home, name: 'Home' }} narrow>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
        <p>{help}</p>
      </Page>
    )
  const up = { to: routes.round(id), name: `Round ${choice.code}` }
  return (
    <Page title={titleOf(choice)} says={howItStands(choice, today)} up={up}>
      <RoundTabs round={id} />
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {choice.state === 'not-sent' && (
        <Empty says="The long list was not sent yet. The agencies say which children they know, then cases are chosen.">
          <TextLink to={up.to}>Open the round</TextLink>
        </Empty>
      )}
      {choice.state === 'open' && <ChooseWaiting agencies={choice.agencies} round={id} />}
      {choice.state === 'open' && <ChooseForm choice={choice} />}
      {choice.state === 'chosen' && <ChooseMade choice={choice} />}
      {choice.state !== 'not-sent' && <ChooseMatrix choice={choice} />}
    </Page>
  )
}

function titleOf({ state, code }: ChoiceView): string {
  return state === 'chosen' ? `Round ${code}: the chosen cases` : `Round ${code}: choose the cases`
}

function howItStands({ state, agencies, due, chosen, chosenOn }: ChoiceView, today: string): string {
  if (state === 'not-sent') return 'There is nothing to choose from yet.'
  if (state === 'chosen')
    return `${countOf(chosen.length, 'case was', 'cases were')} chosen on ${chosenOn ?? ''}.`
  const answered = agencies.filter((agency) => agency.state === 'given').length
  return `${answered} of ${agencies.length} agencies have answered. The choice ${isOrWas(due, today)} ${dueInWords(due, today)}.`
}
