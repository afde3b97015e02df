// mediasoup's structures as they travel (opaque objects in the contract) and as mediasoup-client's types name them.
import type { types } from 'mediasoup-client'
import * as z from 'zod'

const object = (value: unknown) => typeof value === 'object' && value !== null

/** What the inside looks like is checked by mediasoup-client when it is used. */
export const RouterCapabilities = z.custom<types.RtpCapabilities>(object)
export const TransportShape = z.custom<types.TransportOptions>(object)
export const ConsumerShape = z.custom<types.ConsumerOptions>(object)
export const IceShape = z.custom<types.IceParameters>(object)
/** The way out: a typed structure as the plain object the contract carries. */
export const Plain = z.record(z.string(), z.unknown())
