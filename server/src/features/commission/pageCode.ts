// What stands in the address of a sharer's page: whose it is, signed with a key of the shop and the number of the page.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { SharerId } from '@lantern/shared/contract/sharing.ts'

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** 95 bits. */
const SIGNED = 16

export interface NumberedPage {
  readonly sharerId: SharerId
  /** One more each time that staff void it: the one before opens nothing. */
  readonly keyNo: number
}

/** The same as long as the page is not void. */
export function pageCodeOf(key: string, { sharerId, keyNo }: NumberedPage): string {
  const bytes = createHmac('sha256', key).update(`sharer ${sharerId} ${keyNo}`).digest()
  const signature = Array.from({ length: SIGNED }, (_, nth) => SIGNS[bytes.readUInt16BE(nth * 2) % SIGNS.length])
  return sharerId + signature.join('')
}

/** Whose it says it is; whether it is, `isPageCode` knows once the page's number is read. Null: no code at all. */
export function sharerOf(code: string): SharerId | null {
  const id = SharerId.safeParse(code.slice(0, -SIGNED))
  return id.success ? id.data : null
}

export function isPageCode(key: string, page: NumberedPage, given: string): boolean {
  const [right, said] = [Buffer.from(pageCodeOf(key, page)), Buffer.from(given)]
  return right.length === said.length && timingSafeEqual(right, said)
}
