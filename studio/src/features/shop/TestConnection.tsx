// Tries the settings of the shop, without changing anything.
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { RefusalNote } from '../../problems/RefusalNote.tsx'
import { useWords } from '../../words.ts'

export function TestConnection() {
  const { say } = useWords()
  const test = useMutation({ mutationFn: api.testShop })
  return (
    <p className="shop-act">
      <button className="btn" data-testid="shop-test" disabled={test.isPending} onClick={() => test.mutate()}>
        {say('shop.test')}
      </button>
      {test.isSuccess && <span role="status">{say('shop.tested')}</span>}
      <RefusalNote error={test.error} />
    </p>
  )
}
