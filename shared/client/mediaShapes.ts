// mediasoup's structures as they travel (opaque objects in the contract) and as mediasoup-client's types name them.
import type { types } from 'mediasoup-client'

/** What the inside looks like is checked by mediasoup-client when it is used. */
export const RouterCapabilities = shape<types.RtpCapabilities>()
export const TransportShape = shape<types.TransportOptions>()
export const ConsumerShape = shape<types.ConsumerOptions>()
export const IceShape = shape<types.IceParameters>()
/** The way out: a typed structure as the plain object the contract carries. */
export const Plain = shape<Record<string, unknown>>()

/** Without the contract's schema code, which a shopper's page does not load. `parse` throws on what is no object. */
function shape<Shape extends object>() {
  const fits = (value: unknown): value is Shape => typeof value === 'object' && value !== null
  return {
    parse(value: unknown): Shape {
      if (!fits(value)) throw new TypeError('Not one of mediasoup’s structures')
      return value
    },
  }
}
