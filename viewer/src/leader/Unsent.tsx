// What is still to be sent from a page that opens no more.
import { type Waiting, unsentOf } from './parcels.ts'
import { useSaid } from './words.ts'

export function Unsent({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const { count } = useSaid()
  const unsent = unsentOf(waiting).length
  if (unsent === 0) return null
  return (
    <p className="bound-note" data-testid="unsent">
      {count('unsent', unsent)}
    </p>
  )
}
