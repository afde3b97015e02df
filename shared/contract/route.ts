// What is said of an address that the server answers: who may ask, what it takes, what it answers, what it refuses.
import type * as z from 'zod'
import type { RefusalCode } from './refusals.ts'
import type { Role } from './roles.ts'

/** A body, coming or going; null: of a shape that stands elsewhere. */
export interface Body {
  readonly type: string
  readonly schema: z.ZodType | null
}

export interface Route {
  /**
   * Staff in one of these roles, by their session's cookie; `anyone`; `shop`: who signs with the endpoint's secret;
   * `operator`: who knows METRICS_TOKEN.
   */
  readonly from: readonly Role[] | 'anyone' | 'shop' | 'operator'
  readonly query?: z.ZodObject
  readonly takes?: Body
  readonly status: number
  readonly answers: Body
  /** Beside those of who may ask and of what is taken. */
  readonly refusals: readonly RefusalCode[]
}

export const json = (schema: z.ZodType): Body => ({ type: 'application/json', schema })
export const text = (type: string): Body => ({ type, schema: null })
