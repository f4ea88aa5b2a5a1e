import { Subtitle2 } from '@fluentui/react-components'

import type { ActionView } from '#core/actions/views.ts'

import { useDrawerStyles } from './ActionDrawer.styles.ts'

/** What happened to an action, newest first, and who was told of it. */
export function ActionHistory({ action }: { readonly action: ActionView }) {
  const styles = useDrawerStyles()
  return (
    <>
      <Subtitle2 as="h3" className={styles.subheading}>
        History
      </Subtitle2>
      <ol className={styles.entries}>
        {action.history.map((entry, place) => (
          <li key={action.history.length - place}>
            <p>
              {entry.who}: {entry.what}
            </p>
            <p className={styles.quiet}>{entry.at}</p>
            {entry.texts.length > 0 && <Said texts={entry.texts} />}
          </li>
        ))}
      </ol>
      {action.prompts.length > 0 && (
        <>
          <Subtitle2 as="h3" className={styles.subheading}>
            Who was told
          </Subtitle2>
          <ul className={styles.entries}>
            {action.prompts.map(({ at, who, what }, place) => (
              <li key={action.prompts.length - place}>
                <p>
                  {who}: {what}
                </p>
                {at && <p className={styles.quiet}>{at}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What somebody wrote, each text under its label. */
function Said({ texts }: { readonly texts: readonly { readonly label: string; readonly text: string }[] }) {
  return (
    <dl className={useDrawerStyles().said}>
      {texts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
