import { Problem } from '../../problem.ts'

/** Complaints about one of several, each with which one it is: "Stage 2: Give the stage a name." */
export function withPlaces(problem: Problem | null, word: string): Problem | null {
  if (!problem) return null
  const { status, title, detail, reference } = problem
  const fields = Object.entries(problem.fields).map(([field, says]) => {
    const [, place] = /^\w+\.(\d+)\./.exec(field) ?? []
    return [field, place === undefined ? says : `${word} ${Number(place) + 1}: ${says}`]
  })
  return new Problem(status, { title, detail, reference, fields: Object.fromEntries(fields) })
}
