import { useState } from 'react'

import type { CheckedImport, CheckedLineView, ImportedActions } from '#core/actions/views.ts'

import { useSubmission } from '../../submission.ts'

/** What fits through the door once it is written in base64. */
const MOST_BYTES = 1024 * 1024
/** Recorded together: what is recorded stays, whatever becomes of the rest. */
const TOGETHER = 100

/** A workbook, its lines as they were checked, and recording those that are right. */
export function useImport() {
  const check = useSubmission<CheckedImport, { file: string }>('/api/import/check')
  const save = useSubmission<ImportedActions, { lines: readonly unknown[] }>('/api/import')
  const [tooLarge, setTooLarge] = useState(false)
  const [lines, setLines] = useState<readonly CheckedLineView[]>([])
  const [saved, setSaved] = useState<ImportedActions['saved']>([])
  const [recording, setRecording] = useState(false)
  const take = ({ saved: done, left }: ImportedActions) => {
    setSaved((before) => [...before, ...done])
    setLines((before) =>
      before
        .filter(({ line }) => !done.some((each) => each.line === line))
        .map((each) => ({
          ...each,
          problems: left.find(({ line }) => line === each.line)?.problems ?? each.problems,
        })),
    )
  }
  return {
    check,
    save,
    lines,
    saved,
    recording,
    tooLarge,
    choose: async (file: File | undefined) => {
      // What is being recorded stays the list that is shown.
      if (!file || recording) return
      setTooLarge(file.size > MOST_BYTES)
      if (file.size > MOST_BYTES) return
      save.reset()
      setLines([])
      setSaved([])
      const body = { file: base64Of(new Uint8Array(await file.arrayBuffer())) }
      check.mutate({ body }, { onSuccess: (checked) => setLines(checked.lines) })
    },
    /** What was not recorded after all stays, with why. */
    record: async (right: readonly CheckedLineView[]) => {
      setRecording(true)
      try {
        for (let at = 0; at < right.length; at += TOGETHER)
          take(await save.mutateAsync({ body: { lines: right.slice(at, at + TOGETHER).map(asLine) } }))
      } catch {
        // The page shows what the mutation says; the lines that are left can be recorded again.
      } finally {
        setRecording(false)
      }
    },
  }
}

function asLine({ line, case: of, what, owner, raiser, due, help, done }: CheckedLineView) {
  return { line, case: of, what, owner, raiser, due, help, done }
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
