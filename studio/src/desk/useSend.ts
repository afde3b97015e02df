// Sends the desk's commands and keeps the last refusal for the notice.
import type { RoomClient } from '@lantern/shared/client/types.ts'
import type { Refusal } from '@lantern/shared/contract/refusals.ts'
import { useCallback, useEffect, useState } from 'react'
import type { DeskValue } from './DeskContext.ts'

export type ShownRefusal = Pick<Refusal, 'code' | 'retryAfterMs' | 'detail'>

const SHOWN_MS = 7000

export function useSend(client: RoomClient) {
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null)
  const send = useCallback<DeskValue['send']>(
    async (name, input) => {
      const reply = await client.send(name, input)
      setRefusal(reply.ok ? null : reply)
      return reply
    },
    [client],
  )
  useEffect(() => {
    if (!refusal) return
    const timer = setTimeout(() => setRefusal(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [refusal])

  return { send, refusal, dismiss: useCallback(() => setRefusal(null), []) }
}
