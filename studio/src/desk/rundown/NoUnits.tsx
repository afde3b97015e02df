// Above the rundown of a show that was allotted nothing: which show keeps the units, and what to do.
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { unitsForDesk } from '../../shows/unitsWords.ts'
import { useWords } from '../../words.ts'
import { useDesk } from '../DeskContext.ts'

const ASKS_EVERY_MS = 15_000

export function NoUnits() {
  const { room } = useDesk()
  const { offers, show } = room
  const isEmpty = show.phase !== 'ended' && offers.length > 0 && offers.every(({ allotted }) => allotted === 0)
  return isEmpty ? <Note /> : null
}

function Note() {
  const { say, locale } = useWords()
  const free = useQuery({ queryKey: ['shows', 'free'], queryFn: api.freeUnits, refetchInterval: ASKS_EVERY_MS })
  if (!free.data) return null
  return (
    <p className="no-units" role="status" data-testid="no-units">
      {unitsForDesk(say, free.data, locale)}
    </p>
  )
}
