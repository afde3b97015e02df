// The descriptions in infra/docs/api are what the contract says now, and their own tools can read them.
import { readFile } from 'node:fs/promises'
import { Parser } from '@asyncapi/parser'
import { validate } from '@readme/openapi-parser'
import { COMMAND_NAMES } from '@lantern/shared/contract/commands.ts'
import { EVENT_SCHEMAS } from '@lantern/server/src/commands/contract.ts'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { CodeMessage, HandoffClaims, ShopEvent } from '@lantern/shared/contract/handoff.ts'
import { NOTICES } from '@lantern/shared/contract/notices.ts'
import { fillPage } from './shopSide.ts'
import { DOCUMENTS, FOLDER, SHOP_PAGE, toYaml } from './write.ts'

const read = (name: string) => readFile(FOLDER + name, 'utf8')

it.each(Object.entries(DOCUMENTS))('%s says what the contract says', async (name, make) => {
  const isFresh = toYaml(await make()) === (await read(name))

  expect(isFresh, `infra/docs/api/${name} is not as the contract is: run npm run docs:api`).toBe(true)
})

interface Channel {
  readonly channels: { readonly room: { readonly messages: Record<string, object> } }
  readonly operations: Record<string, { readonly action: string; readonly title: string }>
}

const mapValues = (all: Record<string, object>, change: () => object) =>
  Object.fromEntries(Object.keys(all).map((key) => [key, change()]))

describe('asyncapi.yaml', () => {
  const parser = new Parser()
  // A newer AsyncAPI than 3.0 is read by fewer tools.
  const faultsOf = async (document: object) => {
    const { diagnostics } = await parser.parse(JSON.stringify(document))
    return diagnostics.filter(({ code }) => code !== 'asyncapi-latest-version')
  }

  // The parser writes out the whole channel for each operation, which takes a minute: it is given messages and operations apart.
  it('is read by AsyncAPI’s own parser without a fault', async () => {
    const { operations, ...whole }: Channel = parse(await read('asyncapi.yaml'))
    const { room } = whole.channels
    const bare = { ...room, messages: mapValues(room.messages, () => ({ payload: { type: 'object' } })) }

    expect(await faultsOf(whole)).toEqual([])
    expect(await faultsOf({ ...whole, operations, channels: { room: bare }, components: {} })).toEqual([])
  })

  it('has each command and each event as an operation', async () => {
    const { operations }: Channel = parse(await read('asyncapi.yaml'))
    const titlesOf = (wanted: string) =>
      Object.values(operations).flatMap(({ action, title }) => (action === wanted ? [title] : []))

    expect(titlesOf('receive').sort()).toEqual(['connect', ...COMMAND_NAMES].sort())
    expect(titlesOf('send').sort()).toEqual(Object.keys(EVENT_SCHEMAS).sort())
  })
})

describe('openapi.yaml', () => {
  it('is read by an OpenAPI validator without a fault', async () => {
    expect(await validate(parse(await read('openapi.yaml')))).toMatchObject({ valid: true, warnings: [] })
  })
})

it('every message that the studio posts is among the webhooks of openapi.yaml, with what it says', async () => {
  const { webhooks, components } = parse(await read('openapi.yaml'))
  const codes = CodeMessage.options.map(({ shape }) => shape.type.value)

  expect(Object.keys(webhooks).sort()).toEqual([...Object.keys(NOTICES), ...codes].sort())
  for (const name of codes) {
    const { $ref } = webhooks[name].post.requestBody.content['application/json'].schema
    const { properties } = components.schemas[$ref.split('/').at(-1)]
    expect(properties.type.const).toBe(name)
    expect(webhooks[name].post.responses).not.toHaveProperty('410')
  }
})

describe('the page for a shop’s developer', () => {
  const page = () => readFile(SHOP_PAGE, 'utf8')

  it('has claims, events, refusals and notices as the contract has them', async () => {
    const text = await page()

    expect(text === fillPage(text), 'infra/docs/shop-developers.md: run npm run docs:api').toBe(true)
    for (const { shape } of ShopEvent.options) expect(text).toContain(`#### \`${shape.type.value}\``)
    for (const claim of Object.keys(HandoffClaims.shape)) expect(text).toContain(`| \`${claim}\` |`)
  })

  it('a change of the contract is seen, and only between the marks', async () => {
    const text = await page()
    const older = text.replace('| `jti` | text |', '| `hold` | text |').replace('Prove it', 'Try it')

    expect(older).not.toBe(text)
    expect(fillPage(older)).toBe(text.replace('Prove it', 'Try it'))
  })

  it('shows events that are taken', async () => {
    const examples = [...(await page()).matchAll(/```json example=(\S+)\n([\s\S]*?)```/g)]

    expect(examples.length).toBeGreaterThan(2)
    for (const [, type, json = ''] of examples) expect(ShopEvent.parse(JSON.parse(json)).type).toBe(type)
  })
})
