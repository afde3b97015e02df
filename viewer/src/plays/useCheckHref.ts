// The address where anyone checks what came of a play, in the language that was chosen here.
import { checkPath } from '@lantern/shared/activities/checkPath.ts'
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import { useScene } from '../session.ts'

export function useCheckHref({ id }: { readonly id: ActivityId }): string {
  const { lang } = useScene().session.address
  return lang === null ? checkPath(id) : `${checkPath(id)}?${new URLSearchParams({ lang }).toString()}`
}
