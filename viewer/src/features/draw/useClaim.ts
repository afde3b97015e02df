// A claim while it is typed: what is wrong with it, and how it is sent.
import type { Draw, DrawWin } from '@lantern/shared/features/draw/contract.ts'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../plays/useAct.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { contactOf } from './contact.ts'

type Problem = 'draw.badContact' | 'draw.agreeFirst'

export interface Claim {
  /** What the viewer has won; null: nothing, as far as is known here. */
  readonly win: DrawWin | null
  readonly typed: string
  readonly type: (typed: string) => void
  readonly agrees: boolean
  readonly agree: (agrees: boolean) => void
  readonly problem: Problem | null
  /** The problem, or why it was refused, in words. */
  readonly wrong: string | null
  readonly busy: boolean
  readonly send: (event: FormEvent) => Promise<void>
}

export function useClaim(one: Draw): Claim {
  const { t, locale } = useWords()
  const { view, session, open } = useScene()
  const act = useAct()
  const win = view.own.wins.find(({ activityId }) => activityId === one.id) ?? null
  const [typed, type] = useState(win?.contact?.value ?? '')
  const [agrees, agree] = useState(false)
  const [problem, tell] = useState<Problem | null>(null)

  async function send(event: FormEvent) {
    event.preventDefault()
    const contact = contactOf(typed)
    if (contact === null || !agrees) return tell(contact === null ? 'draw.badContact' : 'draw.agreeFirst')
    tell(null)
    const done = await act.send('draw:claim', { activityId: one.id, contact, consent: true, language: locale })
    if (done?.ok !== true) return
    session.notices.say(t('draw.sayClaimed', { contact: contact.value }))
    open(null)
  }
  const wrong = problem === null ? act.refusal : t(problem)
  // Whoever mends it need not read on what was wrong.
  const mending =
    <Value>(set: (value: Value) => void) =>
    (value: Value) => {
      tell(null)
      set(value)
    }
  return { win, typed, type: mending(type), agrees, agree: mending(agree), problem, wrong, busy: act.busy, send }
}
