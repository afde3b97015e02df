// The plain link to the shop's checkout: it says which language the show was seen in, so that shop and way back speak it, too.
import type { Hold } from '@lantern/shared/contract/things.ts'
import { useScene } from './session.ts'

/** With others in the same basket, or alone. */
export function useCheckoutHref({ checkoutPath }: Hold, others: readonly Hold[] = []): string {
  const { locale } = useScene().session
  const beside = others.length === 0 ? '' : `with=${others.map(({ id }) => id).join(',')}&`
  return `${checkoutPath}?${beside}locale=${locale}`
}
