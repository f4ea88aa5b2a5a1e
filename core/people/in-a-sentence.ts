/** A post inside a sentence: "the allocated worker of N-08"; an agency's post keeps its name. */
export function inASentence(title: string): string {
  if (title.startsWith('The ')) return `the ${title.slice(4)}`
  return ROLES.test(title) ? `the ${title.charAt(0).toLowerCase()}${title.slice(1)}` : title
}

/** A post where a sentence begins: "The allocated worker of N-08". */
export function firstInASentence(title: string): string {
  const post = inASentence(title)
  return `${post.charAt(0).toUpperCase()}${post.slice(1)}`
}

const ROLES = /^(?:Allocated worker|Supervising manager|Business manager|Chair)\b/u
