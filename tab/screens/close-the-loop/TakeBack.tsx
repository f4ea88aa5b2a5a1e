import { Button } from '@fluentui/react-components'

import type { FormView } from '#core/close-the-loop/views.ts'

import { Section } from '../../parts/Section.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import type { useFormAnswer } from './useForm.ts'

type Props = { readonly form: FormView; readonly send: ReturnType<typeof useFormAnswer> }

/** The worker takes back what was sent until it is signed; the lead person a signature until it is reviewed. */
export function TakeBack({ form, send }: Props) {
  const { may, version } = form
  if (!may.takeBack && !may.takeBackSignature) return null
  const deed = may.takeBack ? 'take-back' : 'take-back-signature'
  return (
    <Section title={may.takeBack ? 'Is something still to be changed?' : 'Is your signature too early?'}>
      <p>
        {may.takeBack
          ? 'Until the lead person signs it you can take it back. What you wrote is kept.'
          : 'Until the partnership reviews it you can take it back. Your note is kept.'}
      </p>
      {send.error && <Trouble problem={send.error} takesFocus />}
      <Button disabledFocusable={send.isPending} onClick={() => send.mutate({ body: { deed }, version })}>
        {may.takeBack ? 'Take it back' : 'Take back the signature'}
      </Button>
    </Section>
  )
}
