// The tables of infra/docs/shop-developers.md: claims, events and refusals, as the contract has them.
import {
  CatalogueData,
  CodeEnded,
  CodeMessage,
  CodeWanted,
  HandoffAttribution,
  HandoffClaims,
  HandoffHold,
  HandoffDiscount,
  HandoffItem,
  OrderData,
  RefundData,
  ShopEvent,
  SoldItem,
  WantedItem,
} from '@lantern/shared/contract/handoff.ts'
import {
  ActivityNotice,
  HoldNotice,
  NOTICES,
  OrderNotice,
  PickupNotice,
  ShowNotice,
} from '@lantern/shared/contract/notices.ts'
import { MemberClaims, StoredValue } from '@lantern/shared/contract/members.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { ROUTES } from '@lantern/shared/contract/routes.ts'
import { statusOf } from '@lantern/server/src/http/refusals.ts'
import * as z from 'zod'
import { type Comments, readComments } from './comments.ts'

/** Under these names their fields have words of their own. */
const NAMES: ReadonlyMap<z.ZodType, string> = new Map<z.ZodType, string>([
  [HandoffClaims, 'HandoffClaims'],
  [MemberClaims, 'MemberClaims'],
  [StoredValue, 'StoredValue'],
  [HandoffHold, 'HandoffHold'],
  [HandoffItem, 'HandoffItem'],
  [HandoffDiscount, 'HandoffDiscount'],
  [HandoffAttribution, 'HandoffAttribution'],
  [OrderData, 'OrderData'],
  [RefundData, 'RefundData'],
  [SoldItem, 'SoldItem'],
  [CatalogueData, 'CatalogueData'],
  [WantedItem, 'WantedItem'],
  [CodeWanted, 'CodeWanted'],
  [CodeEnded, 'CodeEnded'],
  [HoldNotice, 'HoldNotice'],
  [OrderNotice, 'OrderNotice'],
  [ShowNotice, 'ShowNotice'],
  [ActivityNotice, 'ActivityNotice'],
  [PickupNotice, 'PickupNotice'],
])

/** What it says nothing of, this one does. */
const PARENTS: Readonly<Record<string, string>> = { RefundData: 'OrderData', CodeEnded: 'CodeWanted' }

interface Json {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly anyOf?: readonly Json[]
  readonly maxLength?: number
  readonly maxItems?: number
}

const KINDS: Readonly<Record<string, string>> = { integer: 'whole number', string: 'text', array: 'list' }

function kindOf({ type = '', ...json }: Json): string {
  if (typeof type !== 'string') return type.map((one) => kindOf({ ...json, type: one })).join(' or ')
  if (type === 'null') return 'null'
  const { const: value, anyOf, maxLength, maxItems } = json
  if (value !== undefined) return `\`${JSON.stringify(value)}\``
  if (anyOf !== undefined) return anyOf.map(kindOf).join(' or ')
  const most = maxLength ?? maxItems
  const bound = most === undefined ? '' : `, ${maxItems === undefined ? 'characters' : 'at most'} ${most}`
  return (KINDS[type] ?? type) + (maxItems === undefined ? bound.replace('characters', 'up to') : bound)
}

const inner = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional ? inner(schema.unwrap() as z.ZodType) : schema

interface Row {
  readonly path: string
  readonly schema: z.ZodType
  readonly words: string
}

function rowOf({ path, schema, words }: Row): string {
  const json = z.toJSONSchema(inner(schema), { io: 'input' }) as Json
  const needed = z.safeParse(schema, undefined).success ? 'no' : 'yes'
  return `| \`${path}\` | ${kindOf(json)} | ${needed} | ${words} |`
}

function rowsOf(object: z.ZodObject, at: { prefix: string; name: string; comments: Comments }): string[] {
  const { prefix, name, comments } = at
  return Object.entries(object.shape).flatMap(([key, value]) => {
    const schema = value as z.ZodType
    const path = prefix + key
    const words = comments.of(`${name}.${key}`) || comments.of(`${PARENTS[name] ?? ''}.${key}`)
    return [rowOf({ path, schema, words }), ...within(path, inner(schema), comments)]
  })
}

/** What stands in a list or in an object. */
function within(path: string, schema: z.ZodType, comments: Comments): string[] {
  if (schema instanceof z.ZodArray) return within(`${path}[]`, schema.element as z.ZodType, comments)
  if (!(schema instanceof z.ZodObject)) return []
  return rowsOf(schema, { prefix: `${path}.`, name: NAMES.get(schema) ?? '', comments })
}

const HEAD = ['| field | | needed | |', '| --- | --- | --- | --- |']

function tableOf(object: z.ZodObject, name: string, comments: Comments): string {
  const rows = rowsOf(object, { prefix: '', name, comments })
  return rows.length === 0 ? '' : [...HEAD, ...rows].join('\n')
}

interface Message {
  readonly shape: { readonly type: z.ZodLiteral<string>; readonly data: z.ZodObject }
}

/** One after the other; what has the data of one before is told in a line. */
function sectionsOf(messages: readonly Message[], comments: Comments): string {
  const seen = new Map<z.ZodType, string>()
  const sections = messages.map(({ shape: { type, data } }) => {
    const [name = ''] = type.values
    const known = seen.get(data)
    if (known === undefined) seen.set(data, name)
    const table = known === undefined ? tableOf(data, NAMES.get(data) ?? 'OrderData', comments) : `As \`${known}\`.`
    return [`#### \`${name}\``, comments.of(name), table].filter((part) => part !== '').join('\n\n')
  })
  return sections.join('\n\n')
}

function refusalTable(): string {
  const { refusals } = ROUTES['POST /api/shop/events/:endpointId']
  const rows = refusals.map((code) => {
    const { retryable } = refuse(code)
    return `| ${statusOf(code)} | \`${code}\` | ${retryable ? 'yes, later' : 'no: mend it first'} |`
  })
  return ['| status | `code` | again? |', '| --- | --- | --- |', ...rows].join('\n')
}

/** By the name of each block of the page. */
export function describeShopSide(): Readonly<Record<string, string>> {
  const comments = readComments()
  return {
    claims: tableOf(HandoffClaims, 'HandoffClaims', comments),
    members: tableOf(MemberClaims, 'MemberClaims', comments),
    events: sectionsOf(ShopEvent.options, comments),
    refusals: refusalTable(),
    codes: sectionsOf(CodeMessage.options, comments),
    notices: sectionsOf(Object.values(NOTICES), comments),
  }
}

/** The page with each block as the contract has it now. */
export function fillPage(page: string): string {
  return Object.entries(describeShopSide()).reduce(
    (text, [name, block]) =>
      text.replace(
        new RegExp(`(<!-- made: ${name} -->)[\\s\\S]*?(<!-- /made -->)`),
        (_all, begin: string, end: string) => `${begin}\n\n${block}\n\n${end}`,
      ),
    page,
  )
}
