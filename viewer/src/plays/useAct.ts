// A viewer's tap in a play: sent once, and where it was refused the reason is said, to the ear too.
import type { CommandInput, CommandName, CommandReply } from '@lantern/shared/contract/commands.ts'
import { fillIn } from '@lantern/shared/ui/i18n.ts'
import { formatLeftShort } from '@lantern/shared/ui/time.ts'
import { useRef, useState } from 'react'
import { useScene } from '../session.ts'
import { refusalText } from '../words.ts'

export interface Act {
  readonly busy: boolean
  /** Why the last tap did not count. */
  readonly refusal: string | null
  /** Null: the one before is still on its way. */
  readonly send: <Name extends CommandName>(name: Name, input: CommandInput<Name>) => Promise<CommandReply<Name> | null>
}

export function useAct(): Act {
  const { client, words, notices } = useScene().session
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const isOnItsWay = useRef(false)

  async function send<Name extends CommandName>(name: Name, input: CommandInput<Name>) {
    if (isOnItsWay.current) return null
    isOnItsWay.current = true
    setBusy(true)
    setRefusal(null)
    const outcome = await client.send(name, input)
    isOnItsWay.current = false
    setBusy(false)
    if (outcome.ok) return outcome
    const time = formatLeftShort(outcome.retryAfterMs ?? 0)
    const why = fillIn(refusalText(words.refusals, outcome.code), { time })
    setRefusal(why)
    notices.say(why)
    return outcome
  }
  return { busy, refusal, send }
}
