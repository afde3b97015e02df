// Beside a button: why what it asked for was refused.
import { RefusalError } from '../api.ts'
import { useRefusalWords } from '../refusalWords.ts'

export function RefusalNote({ error }: { readonly error: Error | null }) {
  const refusalText = useRefusalWords()
  if (error === null) return null
  return (
    <span className="problem" role="alert">
      {refusalText(error instanceof RefusalError ? error.code : 'INTERNAL')}
    </span>
  )
}
