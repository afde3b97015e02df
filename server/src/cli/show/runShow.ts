// npm run show: the shows there are, what one of them sells, and a change of it, by the same port that the studio uses.
import { existsSync } from 'node:fs'
import { ShowId } from '@lantern/shared/contract/ids.ts'
import type { ShowRundown } from '@lantern/shared/contract/rundown.ts'
import { openDatabase } from '../../app/openDatabase.ts'
import { createStore } from '../../records/createStore.ts'
import type { Store } from '../../records/store.ts'
import { readDatabaseSetting } from '../../settings/config.ts'
import { createShopRecords } from '../../shops/records/createShopRecords.ts'
import type { ShopRecords } from '../../shops/records/shopRecords.ts'
import type { CommandLine } from '../command.ts'
import { editRundown, USAGE } from './editRundown.ts'

const FAILED = 1
const USAGE_CODE = 64
const BAD_SETTING = 78

interface Records {
  readonly store: Store
  readonly shop: ShopRecords
}
type Print = CommandLine['print']

async function list({ store }: Records, print: Print): Promise<number> {
  for (const { id, phase, products, title } of await store.listShows()) {
    print(`${id}\t${phase}\t${products} products\t${Object.values(title)[0] ?? ''}`)
  }
  return 0
}

function tell({ products, currency }: ShowRundown, print: Print): void {
  for (const [index, { productId, title, variants }] of products.entries()) {
    print(`${index + 1}. ${Object.values(title)[0] ?? ''}  ${productId}`)
    for (const { sku, units, taken, paid } of variants) {
      print(`   ${sku}: ${units} units, ${taken - paid} held, ${paid} paid`)
    }
  }
  print(`${products.length} products, in ${currency}`)
}

interface Change {
  readonly showId: ShowId
  readonly words: readonly string[]
  readonly print: Print
}

async function change({ store, shop }: Records, { showId, words, print }: Change): Promise<number> {
  const rundown = await store.readRundown(showId)
  if (rundown === null) {
    print(`no show ${showId}; npm run show lists them`)
    return FAILED
  }
  if (words.length === 0) {
    tell(rundown, print)
    return 0
  }
  const { products: catalogue } = await shop.readCatalogue()
  const edited = editRundown({ rundown, catalogue, words })
  if ('problem' in edited) {
    print(edited.problem)
    return USAGE_CODE
  }
  const changed = await store.changeRundown(showId, { revision: rundown.revision, rundown: [...edited.rundown] }, null)
  if (changed.ok) tell(changed.value, print)
  else print(`refused: ${changed.code} ${JSON.stringify(changed.detail ?? {})}`)
  return changed.ok ? 0 : FAILED
}

async function show({ args: [name, ...words], env, print }: CommandLine): Promise<number> {
  const setting = readDatabaseSetting(env)
  if (!setting.ok) {
    setting.problems.forEach(print)
    return BAD_SETTING
  }
  const showId = name === undefined ? null : ShowId.safeParse(name)
  if (showId !== null && !showId.success) {
    print(USAGE.join('\n'))
    return USAGE_CODE
  }
  const { url, file } = setting.database
  if (url === null && !existsSync(file)) {
    print(`${file} is not there: no show was made yet`)
    return FAILED
  }
  const database = await openDatabase({ url, file })
  const options = { database, onChange: () => undefined }
  const records = { store: createStore(options), shop: createShopRecords(options) }
  const done = showId === null ? list(records, print) : change(records, { showId: showId.data, words, print })
  return done.finally(() => database.close())
}

export function runShow(line: CommandLine): Promise<number> {
  return show(line).catch((error: unknown) => {
    line.print(`show: ${error instanceof Error ? error.message : String(error)}`)
    return FAILED
  })
}
