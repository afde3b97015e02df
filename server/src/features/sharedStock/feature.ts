// What the server does for stocks that several shows sell from.
export * as contract from '@lantern/shared/features/sharedStock/contract.ts'
import { list, share, unshare } from './commands.ts'
import { readVariants } from './readVariants.ts'
import { shareStock } from './shareStock.ts'
import { unshareStock } from './unshareStock.ts'

export const jobs = [readVariants, shareStock, unshareStock]

export const handlers = {
  'stock:list': list,
  'stock:share': share,
  'stock:unshare': unshare,
}
