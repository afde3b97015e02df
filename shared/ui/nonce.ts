// Lets libraries that add a style sheet of their own (Radix locks scrolling so) do it under the page's content policy.
import { setNonce } from 'get-nonce'

/** To be called once at start; does nothing where the server gave no nonce. */
export function adoptNonce(page: Document): void {
  const tag = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')
  if (tag?.nonce) setNonce(tag.nonce)
}
