// What is said where something was not done.
import { useState } from 'react'
import type { Undone } from '../bound/ask.ts'
import { useSaid } from './words.ts'

const WHY = { ENOUGH_OWN_LINKS: 'enough', SHARING_OFF: 'off' } as const
const isTold = (code: string): code is keyof typeof WHY => code in WHY

export function useUndone(): { readonly words: string | null; readonly say: (undone: Undone) => void } {
  const { t } = useSaid()
  const [undone, setUndone] = useState<Undone>(null)
  const words = undone === null ? null : t(isTold(undone) ? WHY[undone] : 'notDone')
  return { words, say: setUndone }
}
