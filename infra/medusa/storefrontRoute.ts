// Opens a cart that Lantern filled. Goes into Medusa's Next.js storefront as src/app/[countryCode]/lantern/route.ts.

interface Place {
  readonly params: Promise<{ readonly countryCode: string }>
}

const DAY_SECONDS = 86_400
const CART = '_medusa_cart_id'
/** The buyer's own cart, Lantern's in its place, and since when; storefrontMiddleware.ts gives it back. */
const KEPT = '_lantern_kept_cart'
const ID = /^cart_[A-Za-z0-9]+$/

/** Lax and not strict: the buyer comes from another site, and a strict cookie would not be sent on the way here. */
function cookie(name: string, value: string): string {
  const secure = process.env['NODE_ENV'] === 'production' ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${7 * DAY_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}

function read(request: Request, name: string): string {
  const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/)
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
}

/** What the buyer has of their own: a second cart of Lantern's does not take the place of the first. */
function ownCart(request: Request, liveId: string): string {
  const [kept = '', lent = ''] = read(request, KEPT).split('.')
  const now = read(request, CART)
  const own = now === '' || now === lent || now === liveId ? kept : now
  return ID.test(own) ? own : ''
}

/**
 * The storefront's own cookie is strict: what comes from another site does not bring it along, and the buyer's own cart would be
 * forgotten. So this page asks for itself once more, from here.
 */
function askAgain(query: URLSearchParams): Response {
  query.set('again', '1')
  const address = `?${query.toString().replaceAll('&', '&amp;')}`
  const body = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}"><a href="${address}">→</a>`
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(body, { headers })
}

export async function GET(request: Request, { params }: Place): Promise<Response> {
  const { countryCode } = await params
  const query = new URL(request.url).searchParams
  const cartId = query.get('cart_id') ?? ''
  if (!ID.test(cartId)) return new Response('No such cart', { status: 404 })
  if (!query.has('again')) return askAgain(query)
  // Told apart from the address that the request has: behind a proxy that is the storefront's inner one.
  const location = `/${encodeURIComponent(countryCode)}/checkout?step=address`
  const headers = new Headers({ location, 'cache-control': 'no-store' })
  const since = Math.floor(Date.now() / 1000)
  headers.append('set-cookie', cookie(CART, cartId))
  headers.append('set-cookie', cookie(KEPT, `${ownCart(request, cartId)}.${cartId}.${since}`))
  return new Response(null, { status: 303, headers })
}
