// The draft of the next red packet: ready from the start, kept while it is typed, and made once however often it is sent.
import { useRef, useState } from 'react'
import { useDesk } from '../../desk/DeskContext.ts'
import { useMaking } from '../../plays/useMaking.ts'
import { checkWhen } from '../../plays/whenForm.ts'
import { useWords } from '../../words.ts'
import { checkRedPacket, DAY_MS, draftFor, type RedPacketDraft } from './redPacketForm.ts'

/** What the sums of a new one are made from. */
export interface Cheapest {
  readonly priceMinor: number
  readonly currency: string
}

export function useRedPacketDraft({ priceMinor, currency }: Cheapest, onMade: () => void) {
  const { say } = useWords()
  const { client, send, room } = useDesk()
  const [typed, setTyped] = useState<RedPacketDraft | null>(null)
  const making = useMaking(onMade)
  const draft = typed ?? draftFor(say('redPacket.usual'), priceMinor, currency)
  const { problems, terms } = checkRedPacket(draft, currency)

  const { show, viewers } = room
  const when = checkWhen(draft.when, { now: client.clock.now(), liveAt: show.liveAt, viewers })
  // The same as long as it is the same packet: sent again with another end it would be another one.
  const end = useRef<{ readonly days: number; readonly until: number } | null>(null)

  async function make(start: 'draft' | 'open') {
    if (terms === null) return
    const { waitsFor } = when
    const { days } = draft
    if (end.current?.days !== days) end.current = { days, until: Math.round(client.clock.now()) + days * DAY_MS }
    const { until } = end.current
    const isMade = await making.make((activityId) =>
      send('redPacket:make', { ...terms, until, waitsFor, activityId, opensAt: null, start }),
    )
    if (!isMade) return
    end.current = null
    setTyped(null)
  }
  const change = (part: Partial<RedPacketDraft>) => setTyped({ ...draft, ...part })
  return { draft, problems, terms, when, change, make }
}
