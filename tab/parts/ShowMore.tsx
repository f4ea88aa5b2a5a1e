import { Button, Text } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'

type More = { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; fetchNextPage(): unknown }

/** The next page of a list, when there is one; after the last, the focus stays where the button was. */
export function ShowMore({ list }: { readonly list: More }) {
  const [pressed, setPressed] = useState(false)
  if (!list.hasNextPage) return pressed ? <AllShown /> : null
  return (
    <Button
      disabledFocusable={list.isFetchingNextPage}
      onClick={() => {
        setPressed(true)
        list.fetchNextPage()
      }}
    >
      {list.isFetchingNextPage ? 'Loading 50 more' : 'Show 50 more'}
    </Button>
  )
}

function AllShown() {
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => said.current?.focus(), [])
  return (
    <p ref={said} tabIndex={-1}>
      <Text>All are shown.</Text>
    </p>
  )
}
