/** What a text holds as JSON, or undefined: what it holds is for a schema to say. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
