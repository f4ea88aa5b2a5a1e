import { Subtitle2 } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'

import type { SignInAs } from '#core/people/sign-in.ts'

import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import type { Problem } from '../../problem.ts'
import { HOW } from '../../sign-in/forget.ts'
import { signInAs } from '../../sign-in/tokens.ts'
import { EntraSignIn } from './EntraSignIn.tsx'
import { useSignInStyles } from './SignIn.styles.ts'
import { useSignIn } from './useSignIn.ts'
import type { Persona, Step } from './useSignIn.ts'

/** Local mode: choose who you are. With Microsoft Entra: Teams or the browser says who you are. */
export function SignIn() {
  const as = useQuery<SignInAs, Problem>({ queryKey: [HOW], queryFn: signInAs })
  if (as.data?.kind === 'local') return <ChoosePersona />
  if (as.data) return <EntraSignIn />
  if (!as.error) return <Skeleton />
  return (
    <Page title="Sign in" narrow>
      <Trouble problem={as.error} onAgain={() => void as.refetch()} takesFocus />
    </Page>
  )
}

function ChoosePersona() {
  const { people, signIn } = useSignIn()
  const styles = useSignInStyles()
  const { data, error } = people
  if (!data && !error) return <Skeleton />
  const trouble = error ?? signIn.error
  return (
    <Page title="Sign in" says="Choose who you are: all are invented, and each sees what their post may see.">
      {trouble && <Trouble problem={trouble} onAgain={() => void people.refetch()} takesFocus />}
      {data && (
        <div className={styles.columns}>
          <Section title="Start here">
            <ol className={styles.list}>
              {data.steps.map((step, place) => (
                <li key={step.title}>
                  <StepButton
                    step={step}
                    place={place + 1}
                    onChoose={() => signIn.mutate({ person: step.persona, path: step.path })}
                  />
                </li>
              ))}
            </ol>
          </Section>
          <Section title="Or be one of these people">
            <ul className={styles.list}>
              {data.personas.map((persona) => (
                <li key={persona.id}>
                  <PersonaButton persona={persona} onChoose={() => signIn.mutate({ person: persona.id })} />
                </li>
              ))}
            </ul>
          </Section>
        </div>
      )}
    </Page>
  )
}

type StepProps = { readonly step: Step; readonly place: number; readonly onChoose: () => void }

function StepButton({ step, place, onChoose }: StepProps) {
  const styles = useSignInStyles()
  return (
    <button type="button" className={styles.choice} onClick={onChoose}>
      <Subtitle2 block>
        {place}. {step.title}
      </Subtitle2>
      <span className={styles.text}>{step.text}</span>
    </button>
  )
}

function PersonaButton({ persona, onChoose }: { readonly persona: Persona; readonly onChoose: () => void }) {
  const styles = useSignInStyles()
  return (
    <button type="button" className={styles.choice} onClick={onChoose}>
      <Subtitle2 block>{persona.name}</Subtitle2>
      <span className={styles.text}>{persona.role}</span>
      <span className={styles.text}>{persona.try}</span>
    </button>
  )
}
