import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'

import { MakePaper } from '../chronology/MakePaper.tsx'

/** The finished form as a Word document; who the child is stands in it only when somebody ticks that. */
export function FormPaper({ id }: { readonly id: string }) {
  const [withChild, setWithChild] = useState(false)
  return (
    <>
      <Checkbox
        label="With the child’s name, date of birth, gender, ethnicity and religion. Making it is recorded with your name and the time."
        checked={withChild}
        onChange={(_, { checked }) => setWithChild(checked === true)}
      />
      <MakePaper
        path={`/api/forms/${encodeURIComponent(id)}/paper`}
        name="Make a Word document of the form"
        body={{ withChild }}
      />
    </>
  )
}
