import { useLocation, useSearch } from 'wouter'

import { isOrWas } from '#core/calendar/is-or-was.ts'
import type { FormView } from '#core/close-the-loop/views.ts'

import { dueInWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { routes } from '../../routes.ts'
import { Check } from './Check.tsx'
import { Read } from './Read.tsx'
import { STEP_NAMES, stepAfter, stepBefore, stepOf, STEPS } from './steps.ts'
import type { Step } from './steps.ts'
import type { useFormAnswer } from './useForm.ts'
import { useWriting } from './useWriting.ts'
import { Write } from './Write.tsx'

type Props = { readonly form: FormView; readonly send: ReturnType<typeof useFormAnswer> }

/** The worker's form, one thing per page; what is written is kept by itself. */
export function Worker({ form, send }: Props) {
  const step = stepOf(useSearch(), form)
  const [, navigate] = useLocation()
  const { today } = useMe()
  const writing = useWriting(form)
  const goTo = (to: Step) => navigate(addressOf(form.row.id, to))
  return (
    <Page
      key={step}
      title={`${form.row.reference}: ${STEP_NAMES[step].toLowerCase()}`}
      says={`Step ${STEPS.indexOf(step) + 1} of ${STEPS.length}. Your part ${isOrWas(form.row.due, today)} ${dueInWords(form.row.due, today)}.`}
      up={
        step === 'read'
          ? HOME
          : { to: addressOf(form.row.id, stepBefore(step)), name: STEP_NAMES[stepBefore(step)] }
      }
      narrow
    >
      {/* On every step: whoever comes back begins where they wrote last. */}
      {form.asks && (
        <Notice kind="news" title="Your question is with the lead person">
          <p>You said: {form.asks}. Until it is answered nobody reminds you.</p>
        </Notice>
      )}
      {step === 'read' && <Read form={form} send={send} onRead={() => goTo('meeting')} />}
      {step === 'check' && (
        <Check form={form} send={send} writing={writing} addressOf={(to) => addressOf(form.row.id, to)} />
      )}
      {step !== 'read' && step !== 'check' && (
        <Write step={step} writing={writing} form={form} onNext={() => goTo(stepAfter(step))} />
      )}
    </Page>
  )
}

const HOME = { to: routes.home, name: 'Home' } as const

function addressOf(id: string, step: Step): string {
  return `${routes.form(id)}?step=${step}`
}
