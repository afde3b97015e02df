// Branded identifiers: a string of one kind cannot be passed where another is meant.
import * as z from 'zod'

/** 1-64 characters of A-Z a-z 0-9 _ - (safe in URLs, cookies and SQL keys). */
const idText = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

export const ShowId = idText.brand<'ShowId'>()
export type ShowId = z.infer<typeof ShowId>
export const ProductId = idText.brand<'ProductId'>()
export type ProductId = z.infer<typeof ProductId>
export const VariantId = idText.brand<'VariantId'>()
export type VariantId = z.infer<typeof VariantId>
export const OfferId = idText.brand<'OfferId'>()
export type OfferId = z.infer<typeof OfferId>
export const SaleId = idText.brand<'SaleId'>()
export type SaleId = z.infer<typeof SaleId>
export const HoldId = idText.brand<'HoldId'>()
export type HoldId = z.infer<typeof HoldId>
export const ViewerId = idText.brand<'ViewerId'>()
export type ViewerId = z.infer<typeof ViewerId>
export const StaffId = idText.brand<'StaffId'>()
export type StaffId = z.infer<typeof StaffId>
export const CommentId = idText.brand<'CommentId'>()
export type CommentId = z.infer<typeof CommentId>
export const ActivityId = idText.brand<'ActivityId'>()
export type ActivityId = z.infer<typeof ActivityId>
export const MOST_ORDER_ID = 255
/**
 * Of what is not seen only what belongs to the text: joiners of emoji and scripts, marks of its direction, flags. Signs that
 * turn the text around them are refused.
 */
const ORDER_CHARACTER = String.raw`[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u061c\u200c-\u200f\u{e0020}-\u{e007f}]`
/** The shop's own order number: any printable text of up to 255 characters, taken as it stands. */
export const OrderId = z
  .string()
  .regex(new RegExp(`^(?=.*[^\\s\\p{Cf}])(?:${ORDER_CHARACTER}){1,${MOST_ORDER_ID}}$`, 'u'))
  .brand<'OrderId'>()
export type OrderId = z.infer<typeof OrderId>

/** A share link's signed code as it came in `?via=`; opaque here, verified by whatever is built on it. */
export const Via = z.string().regex(/^[A-Za-z0-9_.~-]{1,256}$/)
export type Via = z.infer<typeof Via>

/** Milliseconds since the epoch, on the server's clock. */
export const At = z.number().int().nonnegative()
/** The last one of the year 9999: with any length behind it, it is still a date that can be shown. */
export const MOST_SET_AT = 253_402_300_799_999
/** One that people set. */
export const SetAt = At.max(MOST_SET_AT)
export const MOST_MINOR = 1_000_000_000_00
/** An amount in the currency's minor unit (fen, cents). */
export const Minor = z.number().int().nonnegative().max(MOST_MINOR)
export const Currency = z.string().regex(/^[A-Z]{3}$/)
/** The database row's version: clients keep the highest and ignore the rest. */
export const Version = z.number().int().nonnegative()
export const MOST_UNITS = 1_000_000
/** A whole number of units. */
export const Units = z.number().int().nonnegative().max(MOST_UNITS)
