// stock:list, stock:share and stock:unshare.
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import { readVariants } from './readVariants.ts'
import { shareStock } from './shareStock.ts'
import { unshareStock } from './unshareStock.ts'

export const list: Command<'stock:list'> = async ({ store }, { showId }) =>
  grant({ variants: await store.run(readVariants, { showId }) })

export const share: Command<'stock:share'> = ({ store }, { person }, input) =>
  store.change(shareStock, { ...input, by: person.staffId })

export const unshare: Command<'stock:unshare'> = ({ store }, { person }, input) =>
  store.change(unshareStock, { ...input, by: person.staffId })
