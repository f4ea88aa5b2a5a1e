import type { FormView } from '#core/close-the-loop/views.ts'

import { dueInWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { FormFacts } from './FormFacts.tsx'
import { Release } from './Release.tsx'
import { Review } from './Review.tsx'
import { Sign } from './Sign.tsx'
import { useForm } from './useForm.ts'
import { PanelWords, WorkersPart } from './Words.tsx'
import { Worker } from './Worker.tsx'

const HOME = { to: routes.home, name: 'Home' } as const

/** A close-the-loop form: to each reader what is theirs to do, else how it stands. */
export function Form({ id }: { readonly id: string }) {
  const { form, send } = useForm(id)
  const { today, help } = useMe()
  const { data, error, refetch } = form
  if (!data && !error) return <Skeleton />
  if (!data)
    return (
      <Page title="This could not be shown" up={HOME} narrow>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
        <p>{help}</p>
      </Page>
    )
  if (data.may.write) return <Worker form={data} send={send} />
  return (
    <Page title={`Close the loop: ${data.row.reference}`} says={howItStands(data, today)} up={HOME} narrow>
      {send.data && <Notice kind="done" title={send.data.receipt} takesFocus />}
      <Turn form={data} send={send} />
      <FormFacts form={data} />
    </Page>
  )
}

type Shown = { readonly form: FormView; readonly send: ReturnType<typeof useForm>['send'] }

/** What the reader does next with it, or what they may read of it. */
function Turn({ form, send }: Shown) {
  if (form.may.release) return <Release form={form} send={send} />
  if (form.may.sign) return <Sign form={form} send={send} />
  if (form.may.review) return <Review form={form} send={send} />
  return (
    <>
      {form.words && <PanelWords words={form.words} />}
      {form.part ? <WorkersPart form={form} /> : <p>{NOT_READ}</p>}
    </>
  )
}

const NOT_READ =
  'What the worker writes is read by the worker; by the lead person and the partnership once it is sent; by the manager when the worker shares it.'

function howItStands({ row }: FormView, today: string): string {
  return row.owing
    ? `${row.stateWords}. The worker’s part is ${dueInWords(row.due, today)}.`
    : `${row.stateWords}.`
}
