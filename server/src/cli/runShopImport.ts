// npm run shop:import [-- --csv <file> <currency>] [-- --apply]: what an import of the shop's products would change, or the change.
import { readFile } from 'node:fs/promises'
import { readCsv } from '../shops/catalogue/csv.ts'
import { tellProblem } from '../shops/catalogue/fileProblem.ts'
import { createImporter, type Imported, type Importer } from '../shops/catalogue/importer.ts'
import { createFetchPicture } from '../shops/catalogue/pictures.ts'
import { createCheckout } from '../shops/createCheckout.ts'
import { shopHosts } from '../shops/shopAddresses.ts'
import { type Config, databaseOf, readConfig } from '../settings/config.ts'
import { isShopUnnamed } from '../settings/contradictions.ts'
import { openDatabase } from '../app/openDatabase.ts'
import { prepareDataDir } from '../app/machine.ts'
import { SettingError } from '../kit/startFailure.ts'
import { createShopRecords } from '../shops/records/createShopRecords.ts'
import { createStore } from '../records/createStore.ts'
import type { CommandLine } from './command.ts'

type Print = CommandLine['print']
const onChange = () => undefined
const BAD_SETTING = 78

const WHY_NOT = {
  noTitle: 'no title',
  noVariant: 'no variant with a price',
  noPrice: 'no price above nothing',
  draft: 'a draft in the shop',
  archived: 'archived in the shop',
  unpublished: 'not published in the shop',
  subscription: 'sold by subscription alone',
  openOption: 'one of its options is left open (Any ...) in the shop',
  twice: 'a variant that stands in the row of another',
}

const DOUBTS = {
  badPicture: 'no picture, since it has no web address',
  negativeStock: 'no units, since its stock is below zero',
}

function show(
  { added, repriced, vanished, unchanged, skipped, doubted, withoutPicture }: Imported,
  { isDone, print }: { readonly isDone: boolean; readonly print: Print },
): void {
  for (const { product, sku } of added) print(`+ ${sku}  ${product}`)
  for (const { product, sku, fromMinor, toMinor } of repriced) print(`~ ${sku}  ${product}: ${fromMinor} -> ${toMinor}`)
  for (const { product, sku } of vanished) print(`- ${sku}  ${product}`)
  for (const { product, why } of skipped) print(`? ${product}: ${WHY_NOT[why]}`)
  for (const { product, why, got } of doubted) print(`? ${product}: ${DOUBTS[why]}: ${got}`)
  for (const product of withoutPicture) print(`? ${product}: its picture could not be fetched`)
  const counts = `${added.length} new, ${repriced.length} with another price, ${vanished.length} vanished, ${unchanged} as before`
  print(isDone ? `${counts}: taken over` : `${counts}: nothing changed yet, --apply takes it over`)
}

async function planOf(importer: Importer, args: readonly string[], isDone: boolean): Promise<Imported | string> {
  const at = args.indexOf('--csv')
  if (at < 0) {
    const planned = await (isDone ? importer.run() : importer.preview())
    return planned.ok ? planned.value : `failed: ${planned.code} ${JSON.stringify(planned.detail ?? {})}`
  }
  const [file, currency] = [args[at + 1] ?? '', args[at + 2] ?? '']
  if (!/^[A-Z]{3}$/.test(currency)) return 'usage: --csv <file> <currency, such as USD>'
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return `${file} cannot be read`
  const read = await readCsv(bytes, currency)
  if (!read.ok) return read.problems.map(tellProblem).join('\n')
  return isDone ? importer.runOf(read.catalogue) : importer.previewOf(read.catalogue)
}

async function run(config: Config, { args, print }: CommandLine): Promise<number> {
  await prepareDataDir(config.dataDir)
  const database = await openDatabase(databaseOf(config))
  const store = createStore({ database, onChange })
  try {
    const checkout = await createCheckout({ store, clock: Date.now, config })
    const records = createShopRecords({ database, onChange })
    const fetchPicture = createFetchPicture({ dataDir: config.dataDir, allowedHosts: shopHosts(config) })
    const importer = createImporter({ records, checkout, fetchPicture })
    const isDone = args.includes('--apply')
    const plan = await planOf(importer, args, isDone)
    if (typeof plan !== 'string') show(plan, { isDone, print })
    else print(plan)
    return typeof plan === 'string' ? 1 : 0
  } finally {
    await store.close()
  }
}

export async function runShopImport(line: CommandLine): Promise<number> {
  const { env, print } = line
  const outcome = readConfig(env)
  if (!outcome.ok) {
    outcome.problems.forEach(print)
    return BAD_SETTING
  }
  if (isShopUnnamed(outcome.config)) {
    print('no shop in the settings: products of one that is connected in the studio are imported there')
    return 1
  }
  return run(outcome.config, line).catch((error: unknown) => {
    if (!(error instanceof SettingError)) throw error
    print(`${error.code}: ${error.message}`)
    return BAD_SETTING
  })
}
