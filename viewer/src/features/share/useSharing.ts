// What whoever looks may know of sharing for this shop, and the taps that change it.
import type { MySharing } from '@lantern/shared/features/commission/contract.ts'
import { CONSENT_VERSION } from '@lantern/shared/features/commission/limits.ts'
import { useEffect, useState } from 'react'
import { useAct } from '../../plays/useAct.ts'
import { useScene } from '../../session.ts'

export interface Sharing {
  /** Null: not read yet, or not to be read now. */
  readonly mine: MySharing | null
  readonly busy: boolean
  readonly refusal: string | null
  readonly join: (name: string) => Promise<void>
  readonly leave: () => Promise<void>
}

export function useSharing(): Sharing {
  const { client, locale } = useScene().session
  const [mine, setMine] = useState<MySharing | null>(null)
  const { busy, refusal, send } = useAct()
  useEffect(() => {
    let isOpen = true
    client.send('sharer:mine', {}).then(
      (reply) => {
        if (isOpen && reply.ok) setMine(reply.value)
      },
      () => undefined,
    )
    return () => {
      isOpen = false
    }
  }, [client])
  return {
    mine,
    busy,
    refusal,
    async join(name) {
      const reply = await send('sharer:join', { name, consent: CONSENT_VERSION, language: locale })
      if (reply?.ok) setMine(reply.value)
    },
    async leave() {
      const reply = await send('sharer:leave', {})
      if (reply?.ok) setMine(reply.value)
    },
  }
}
