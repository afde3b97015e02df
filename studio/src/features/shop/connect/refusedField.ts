// Which field a refusal is about, where it says so.
import { RefusalError } from '../../../api.ts'

export function refusedField(problem: Error | null): string | null {
  if (!(problem instanceof RefusalError)) return null
  const named = problem.detail['field'] ?? problem.detail['variable']
  return typeof named === 'string' ? named : null
}
