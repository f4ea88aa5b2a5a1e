import { lazy, Suspense } from 'react'

import { isOrWas } from '#core/calendar/is-or-was.ts'
import type { FormView } from '#core/close-the-loop/views.ts'

import { dueInWords, shortWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { WrongPerson } from '../incidents/WrongPerson.tsx'
import { AnswerQuestion } from './AnswerQuestion.tsx'
import { FormFacts } from './FormFacts.tsx'
import { FormPaper } from './FormPaper.tsx'
import { Log } from './Log.tsx'
import { Meeting } from './Meeting.tsx'
import { Questions } from './Questions.tsx'
import { Release } from './Release.tsx'
import { Review } from './Review.tsx'
import { SetAside } from './SetAside.tsx'
import { Sign } from './Sign.tsx'
import { TakeBack } from './TakeBack.tsx'
import { useForm } from './useForm.ts'
import { PanelWords, WorkersPart } from './Words.tsx'
import { Worker } from './Worker.tsx'

/** Recording for somebody reads Word forms, too: loaded when it is needed. */
const RecordFor = lazy(async () => ({ default: (await import('./RecordFor.tsx')).RecordFor }))

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
      <TakeBack form={data} send={send} />
      {data.row.state !== 'drafted' && <Meeting form={data} />}
      {!data.may.answerQuestion && data.questions.length > 0 && (
        <Section title="What was asked">
          <Questions questions={data.questions} />
        </Section>
      )}
      <SetAside setAside={data.setAside} />
      <Suspense fallback={null}>
        <RecordFor form={data} send={send} />
      </Suspense>
      {data.log && <Log form={data} log={data.log} />}
      {data.may.makePaper && <FormPaper id={id} />}
      <FormFacts form={data} />
      <WrongPerson about={data.row.id} />
    </Page>
  )
}

type Shown = { readonly form: FormView; readonly send: ReturnType<typeof useForm>['send'] }

/** What the reader does next with it, or what they may read of it. */
function Turn({ form, send }: Shown) {
  if (form.may.answerQuestion) return <AnswerQuestion form={form} send={send} />
  if (form.may.release) return <Release form={form} send={send} />
  if (form.may.sign) return <Sign form={form} send={send} />
  if (form.may.review) return <Review form={form} send={send} />
  return (
    <>
      {form.words && <PanelWords words={form.words} own={form.own} />}
      {form.part ? <WorkersPart form={form} /> : <NotRead row={form.row} />}
    </>
  )
}

/** When the reader may read what the worker writes. */
function NotRead({ row }: Pick<FormView, 'row'>) {
  const isManager = useMe().posts.some(({ title }) => title === row.manager.title)
  return (
    <Section title="What the worker writes">
      <p>{isManager ? 'You read it if the worker shares it.' : 'You read it once it is sent.'}</p>
    </Section>
  )
}

function howItStands(form: FormView, today: string): string {
  const { due, owing } = form.row
  const stands = `${turnOf(form) ?? standsOf(form, today)}.`
  return owing ? `${stands} The worker’s part ${isOrWas(due, today)} ${dueInWords(due, today)}.` : stands
}

/** Said to the one whose turn it is. */
function turnOf({ may }: FormView): string | undefined {
  if (may.answerQuestion) return 'It waits for you: the worker says that something is not right'
  if (may.release) return 'It waits for you: read the draft, then release it'
  if (may.sign) return 'It waits for you: read the worker’s part, then sign it'
  return may.review ? 'It waits for you: close it or send it back' : undefined
}

function standsOf({ row, reviewedOn }: FormView, today: string): string {
  return row.state === 'closed' && reviewedOn ? `Closed on ${shortWords(reviewedOn, today)}` : row.stateWords
}
