// Writes the descriptions of the channel and of HTTP into infra/docs, and the tables of the page for shops, from the contract as it stands.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'
import { describeChannel } from './asyncapi.ts'
import { describeHttp } from './openapi.ts'
import type { JsonObject } from './schemas.ts'
import { fillPage } from './shopSide.ts'

export const FOLDER = fileURLToPath(new URL('../docs/api/', import.meta.url))

export const SHOP_PAGE = fileURLToPath(new URL('../docs/shop-developers.md', import.meta.url))

export const DOCUMENTS = { 'asyncapi.yaml': describeChannel, 'openapi.yaml': describeHttp }

export function toYaml(document: JsonObject): string {
  const head = '# Made from the contract by `npm run docs:api`: change shared/contract instead.\n'
  return head + stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })
}

if (import.meta.main) {
  await mkdir(FOLDER, { recursive: true })
  for (const [name, describe] of Object.entries(DOCUMENTS)) {
    await writeFile(FOLDER + name, toYaml(await describe()))
    console.log(`infra/docs/api/${name}`)
  }
  await writeFile(SHOP_PAGE, fillPage(await readFile(SHOP_PAGE, 'utf8')))
  console.log('infra/docs/shop-developers.md')
}
