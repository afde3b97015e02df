// Buyers who could not be taken to the shop: says how many and why, in the shop's own words, until it is put aside.
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'

const ASKS_EVERY_MS = 4000

export function FailedAlert() {
  const { say } = useWords()
  const { room } = useDesk()
  const [seenAt, setSeenAt] = useState(0)
  const asked = useQuery({ queryKey: ['shop', 'short'], queryFn: api.short, refetchInterval: ASKS_EVERY_MS })
  const failed = (asked.data?.failed ?? []).filter(({ showId, at }) => showId === room.show.id && at > seenAt)
  const [last] = failed
  if (last === undefined) return null
  const count = new Set(failed.map(({ holdId }) => holdId)).size
  const goods = last.skus.join(', ')

  return (
    <div className="notice lapse" role="alert" data-testid="handoff-failed">
      <p>{say('handoff.failed', { count, goods, why: last.why === '' ? last.code : last.why })}</p>
      <button className="icon-btn" aria-label={say('common.close')} onClick={() => setSeenAt(last.at)}>
        <X size={16} />
      </button>
    </div>
  )
}
