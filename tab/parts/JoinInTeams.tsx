import { makeStyles, tokens } from '@fluentui/react-components'

/** Where those who are invited join a meeting; it opens beside what they are doing. */
export function JoinInTeams({ url }: { readonly url: string }) {
  return (
    <p>
      <a href={url} target="_blank" rel="noreferrer" className={useStyles().link}>
        Join in Teams
      </a>
    </p>
  )
}

const useStyles = makeStyles({
  link: {
    display: 'inline-block',
    minHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    ':hover': { color: tokens.colorBrandForegroundLinkHover },
  },
})
