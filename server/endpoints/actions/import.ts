import { importSchema, workbookSchema } from '#core/actions/commands.ts'
import { checkImport, importActions } from '#core/actions/import-actions.ts'
import { COLUMN_WORDS, readImportedList, saysDone } from '#core/actions/imported-list.ts'
import { checkedImport, importedActions } from '#core/actions/views.ts'
import { may } from '#core/people/may.ts'
import { ok, refused } from '#core/result.ts'
import { storable } from '#core/storable.ts'
import { run } from '#store/run.ts'

import { endpoint } from '../../endpoint.ts'
import { readExcel } from '../../papers/read-excel.ts'

/** A workbook of a megabyte in base64, or five hundred long lines. */
const MOST_BYTES = 1536 * 1024

export const importEndpoints = [
  endpoint({
    method: 'POST',
    path: '/api/import/check',
    summary: 'Reads a tracker from an Excel workbook: each line with what is wrong with it',
    input: workbookSchema,
    output: checkedImport,
    touches: 'action',
    may: 'recordAction',
    mostBytes: MOST_BYTES,
    run: async ({ running, request, input, look }) => {
      // A file is opened only for those who may record what stands in it.
      if (!(await look(async ({ actor }) => may.recordAction(actor)))) return refused('not-yours-to-record')
      const sheet = await readExcel(Buffer.from(input.file, 'base64'))
      if (!sheet.ok) return sheet
      const list = readImportedList(sheet.value.map((row) => row.map(storable)))
      if (list === 'no-headings') return refused('no-headings')
      const checked = await run(running, { ...request, key: null }, checkImport, { lines: list.lines })
      if (!checked.ok) return checked
      return ok({
        body: {
          lines: checked.value.map((line) => ({
            ...line,
            saysDone: saysDone(line.done),
            problems: [...line.problems],
          })),
          missing: list.missing.map((column) => COLUMN_WORDS[column]),
        },
      })
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/import',
    summary: 'Records the lines of a tracker that are right, and gives the others back with why',
    input: importSchema,
    output: importedActions,
    touches: 'action',
    may: 'recordAction',
    mostBytes: MOST_BYTES,
    run: async ({ running, request, input }) => {
      const result = await run(running, request, importActions, input)
      if (!result.ok) return result
      const { saved, left } = result.value
      return ok({
        body: {
          saved: [...saved],
          left: left.map(({ line, problems }) => ({ line, problems: [...problems] })),
        },
      })
    },
  }),
]
