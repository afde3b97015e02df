// The shop's side of a member token, on Node 20 and later, without packages: prints the link for one logged-in customer.
import { createHmac, randomUUID } from 'node:crypto'

const { STUDIO_URL, SHOP_AUDIENCE, MEMBER_SECRET } = process.env
const [show, customer, tier, points, amountMinor, currency] = process.argv.slice(2)

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Made when the customer taps, not before: it is good for five minutes, and once. */
function memberToken(claims) {
  const now = Math.floor(Date.now() / 1000)
  const whole = { iss: SHOP_AUDIENCE, aud: 'lantern', jti: randomUUID(), iat: now, exp: now + 300, ...claims }
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(whole)}`
  return `${text}.${createHmac('sha256', MEMBER_SECRET).update(text).digest('base64url')}`
}

const token = memberToken({
  sub: customer,
  ...(tier && { tier }),
  ...(points && { points: Number(points) }),
  ...(amountMinor && { storedValue: { amountMinor: Number(amountMinor), currency } }),
})
console.log(`${STUDIO_URL}/s/${show}?member=${token}`)
