// Pages that open by their address alone and belong to the first browser that opens them, such as a leader's and a sharer's.
import * as z from 'zod'
import { At } from './ids.ts'

/** What staff tell whoever has the page, on another phone: good once, for ten minutes. */
export const DevicePass = z.string().regex(/^\d{8}$/)
export const PASS_MS = 600_000
/** Wrong passes in all, and wrong codes of buyers that one phone may try in a minute. */
export const MOST_TRIES = 5

/** POST …/:code/open: binds the page to this browser, if it is the first or has a pass. */
export const OpenPage = z.object({ pass: DevicePass.nullable() })
/** POST …/pass (AT_THE_DESK): for another phone; the one before is void. */
export const NewDevicePass = z.object({ pass: DevicePass, until: At })
