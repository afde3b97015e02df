// Opens a cart that Lantern filled. Goes into Medusa's Next.js storefront as src/app/[countryCode]/lantern/route.ts.

interface Place {
  readonly params: Promise<{ readonly countryCode: string }>
}

const DAY_SECONDS = 86_400

/**
 * Lax and not strict, as the storefront's own cookie is: the buyer comes from another site, and a strict cookie
 * would not be sent to the checkout that this answer leads to.
 */
export async function GET(request: Request, { params }: Place): Promise<Response> {
  const { countryCode } = await params
  const cartId = new URL(request.url).searchParams.get('cart_id') ?? ''
  if (!/^cart_[A-Za-z0-9]+$/.test(cartId)) return new Response('No such cart', { status: 404 })
  const secure = process.env['NODE_ENV'] === 'production' ? '; Secure' : ''
  const cookie = `_medusa_cart_id=${cartId}; Path=/; Max-Age=${7 * DAY_SECONDS}; HttpOnly; SameSite=Lax${secure}`
  // Told apart from the address that the request has: behind a proxy that is the storefront's inner one.
  const headers = { location: `/${encodeURIComponent(countryCode)}/checkout?step=address`, 'set-cookie': cookie }
  return new Response(null, { status: 303, headers })
}
