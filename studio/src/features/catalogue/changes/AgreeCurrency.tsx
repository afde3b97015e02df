// The owner takes the products over in the currency that the shop asks in now; shows in the one before stay closed.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { RefusalNote } from '../../../problems/RefusalNote.tsx'
import { useWords } from '../../../words.ts'

export function AgreeCurrency({ shop, here }: { readonly shop: string; readonly here: string }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const take = useMutation({
    mutationFn: () => api.importProducts(shop),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['shop'] }),
  })
  return (
    <p className="shop-act">
      <button className="btn" disabled={take.isPending} data-testid="changes-agree" onClick={() => take.mutate()}>
        {say('changes.agree', { shop })}
      </button>
      <small className="quiet">{say('changes.agreeNote', { here })}</small>
      <RefusalNote error={take.error} />
    </p>
  )
}
