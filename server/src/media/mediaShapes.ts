// mediasoup's structures as they come from clients (opaque objects in the contract); mediasoup itself checks the inside.
import type { types } from 'mediasoup'
import { z } from 'zod'

const object = (value: unknown) => typeof value === 'object' && value !== null

export const RtpParametersShape = z.custom<types.RtpParameters>(object)
export const RtpCapabilitiesShape = z.custom<types.RtpCapabilities>(object)
export const DtlsParametersShape = z.custom<types.DtlsParameters>(object)
