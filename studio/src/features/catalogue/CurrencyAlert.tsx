// The shop asks in another currency than the show sells in: says that nothing is sold, why, and what ends it.
import { useMutation } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { api } from '../../api.ts'
import { useDesk } from '../../desk/DeskContext.ts'
import { useWords } from '../../words.ts'

export function CurrencyAlert() {
  const { say } = useWords()
  const { room, role } = useDesk()
  const read = useMutation({ mutationFn: api.readChanges })
  const { phase, currency: here, shopCurrency: shop } = room.show
  if (phase === 'ended' || shop === undefined) return null

  return (
    <div className="notice lapse" role="alert" data-testid="currency-changed">
      <TriangleAlert size={18} aria-hidden="true" />
      <p>{say('changes.atDesk', { shop, here })}</p>
      {role === 'owner' && (
        <button className="btn main" disabled={read.isPending} onClick={() => read.mutate()}>
          {say('changes.readAnew')}
        </button>
      )}
    </div>
  )
}
