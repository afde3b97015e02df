// Sends one change of an offer after the other and says, for the field it was made in, how it went.
import type { CommandInput } from '@lantern/shared/contract/commands.ts'
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import { useEffect, useState } from 'react'
import { useRefusalWords } from '../../refusalWords.ts'
import { useDesk } from '../../desk/DeskContext.ts'

export type OfferChange = Omit<CommandInput<'offer:change'>, 'offerId'>
export type OfferField = keyof OfferChange

export interface FieldNews {
  readonly field: OfferField
  readonly phase: 'saving' | 'saved' | 'refused'
  /** Why not, in words; empty unless refused. */
  readonly words: string
}

export interface OfferChanger {
  readonly news: FieldNews | null
  /** Answers whether it was done. */
  readonly change: (field: OfferField, part: OfferChange) => Promise<boolean>
}

const TICK_MS = 2500

export function useOfferChange(offerId: OfferId): OfferChanger {
  const { client } = useDesk()
  const refusalText = useRefusalWords()
  const [news, setNews] = useState<FieldNews | null>(null)
  useEffect(() => {
    if (news?.phase !== 'saved') return
    const timer = setTimeout(() => setNews(null), TICK_MS)
    return () => clearTimeout(timer)
  }, [news])

  return {
    news,
    change: async (field, part) => {
      setNews({ field, phase: 'saving', words: '' })
      const reply = await client.send('offer:change', { offerId, ...part })
      const words = reply.ok ? '' : refusalText(reply.code, reply)
      setNews({ field, phase: reply.ok ? 'saved' : 'refused', words })
      return reply.ok
    },
  }
}
