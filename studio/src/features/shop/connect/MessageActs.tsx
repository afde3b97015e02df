// What the owner does about a message that fits nothing: try it again, or put it away.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { RefusalNote } from '../../../problems/RefusalNote.tsx'
import { useWords } from '../../../words.ts'

export function MessageActs({ arrivalId }: { readonly arrivalId: string }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const settle = useMutation({
    mutationFn: (choice: 'seen' | 'again') => api.settleArrival(arrivalId, choice),
    onSettled: () => queries.invalidateQueries({ queryKey: ['shop', 'messages'] }),
  })
  return (
    <span className="msg-acts">
      <button className="btn small-btn" disabled={settle.isPending} onClick={() => settle.mutate('again')}>
        {say('hooks.matter.again')}
      </button>
      <button className="btn small-btn" disabled={settle.isPending} onClick={() => settle.mutate('seen')}>
        {say('hooks.matter.seen')}
      </button>
      <RefusalNote error={settle.error} />
    </span>
  )
}
