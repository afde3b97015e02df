// The plain link to the shop's checkout: it says which language the show was seen in, so that shop and way back speak it, too.
import type { Hold } from '@lantern/shared/contract/things.ts'
import { useScene } from './session.ts'

export function useCheckoutHref({ checkoutPath }: Hold): string {
  return `${checkoutPath}?locale=${useScene().session.locale}`
}
