import * as z from 'zod/mini'

/**
 * A method read as far as it can be read: what is missing or misshapen is '' or NaN or empty, and never an
 * error. So one part can be held against another although a third is wrong.
 */
export function readLoosely(data: unknown): LooseMethod {
  return loose.parse(data)
}

const orElse = z.catch

/** NaN is neither more nor less than anything. */
const figure = orElse(z.number(), Number.NaN)
const word = orElse(z.string(), '')

function anyGroup<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.pipe(orElse(z.record(z.string(), z.unknown()), {}), z.object(shape))
}

function anyList<Item extends z.core.$ZodType>(item: Item) {
  return z.pipe(orElse(z.array(z.unknown()), []), z.array(item))
}

const named = anyList(anyGroup({ id: word }))

const loose = anyGroup({
  stages: named,
  days: anyList(
    anyGroup({
      id: word,
      stage: word,
      from: figure,
      to: figure,
      printed: anyGroup({ column: word, only: word }),
    }),
  ),
  duties: orElse(z.record(z.string(), word), {}),
  sample: anyGroup({ longList: figure, choose: anyGroup({ from: figure, to: figure }) }),
  tool: anyGroup({ aspects: named }),
  shortTool: anyList(word),
  grades: named,
  documents: named,
  closeTheLoop: anyGroup({ forJudgements: anyList(word) }),
})

export type LooseMethod = z.infer<typeof loose>
