// Gives the buyer their own cart back once Lantern's is ordered or left. Goes into Medusa's Next.js storefront as src/lib/lantern.ts.
/*
 * In its src/proxy.ts rename `export async function proxy` to `async function chooseCountry`, and add:
 *
 * import { giveBackCart } from './lib/lantern'
 *
 * export async function proxy(request: NextRequest) {
 *   return giveBackCart(request, await chooseCountry(request))
 * }
 *
 * Before Next.js 16 the file is src/middleware.ts, and the function's name `middleware`.
 */

interface Asked {
  readonly method: string
  readonly headers: Headers
}

const CART = '_medusa_cart_id'
/** As storefrontRoute.ts leaves it: the buyer's own cart, Lantern's in its place, and since when. */
const KEPT = '_lantern_kept_cart'
const WEEK_SECONDS = 604_800
/** Longer than any hold and its payment take: who has not ordered by then has left. */
const LENT_SECONDS = 7200

function read({ headers }: Asked, name: string): string {
  const pairs = (headers.get('cookie') ?? '').split(/;\s*/)
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}

/** Strict, as the storefront's own is. */
function cookie(name: string, value: string, seconds: number): string {
  const secure = process.env['NODE_ENV'] === 'production' ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`
}

/** The answer of the storefront's middleware, with the cookies in it where there is something to give back. */
export function giveBackCart<Answer extends { readonly headers: Headers }>(request: Asked, answer: Answer): Answer {
  const [own = '', lent = '', since = ''] = read(request, KEPT).split('.')
  // What a form does with the cart is not disturbed: the next page is soon enough.
  if (lent === '' || request.method !== 'GET') return answer
  const now = read(request, CART)
  const isLeft = Date.now() / 1000 - Number(since) > LENT_SECONDS
  if (now === lent && !isLeft) return answer
  const isGone = now === '' || now === lent
  if (isGone && /^cart_[A-Za-z0-9]+$/.test(own)) answer.headers.append('set-cookie', cookie(CART, own, WEEK_SECONDS))
  answer.headers.append('set-cookie', cookie(KEPT, '', 0))
  return answer
}
