// Takes the values that somebody pastes for a kind: looked at, sealed, and kept beside what is in use.
import { randomBytes } from 'node:crypto'
import {
  CONNECTION_FIELDS,
  type ConnectionFieldName,
  type SetKeys,
  type ShopKindName,
} from '@lantern/shared/contract/connections.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { readTarget } from '../../guard/targets.ts'
import type { ConnectionRecords, Draft, KeptConnection } from '../records/connectionRecords.ts'
import { keptOf, tailOf } from './board.ts'
import type { SecretBox } from './secretBox.ts'
import type { SecretKeys } from './secretKeys.ts'
import {
  type FixedSettings,
  fieldsOf,
  fixedTexts,
  type KeyRefusal,
  openValues,
  placeOf,
  type ReadSettings,
  type Texts,
} from './values.ts'

export interface KeepNeeds {
  readonly keys: SecretKeys
  readonly fixed: FixedSettings & { readonly shopEndpointId: string }
  readonly allowedHosts: readonly string[]
  readonly readSettings: ReadSettings
  readonly records: Pick<ConnectionRecords, 'list' | 'saveDraft'>
}

type Entries = readonly (readonly [ConnectionFieldName, string | null])[]
type KeepRefusal = 'VALUE_REFUSED' | 'URL_NOT_ALLOWED' | 'SET_BY_ENVIRONMENT' | KeyRefusal

const ADDRESSES: ReadonlySet<ConnectionFieldName> = new Set(['SHOP_URL', 'SHOP_INTERNAL_URL', 'MEDUSA_URL'])
/** Where a kind's shop is: another address is another shop. */
const PLACES: readonly ConnectionFieldName[] = ['SHOP_URL', 'MEDUSA_URL']
const makeSecret = () => `whsec_${randomBytes(32).toString('base64')}`

function entriesOf({ kind, fields }: SetKeys): Outcome<Entries, 'VALUE_REFUSED'> {
  const own = fieldsOf(kind)
  const entries = own.flatMap((name) => {
    const value = fields[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const foreign = Object.keys(fields).find((name) => !own.some((one) => one === name))
  return foreign === undefined ? grant(entries) : refuse('VALUE_REFUSED', { detail: { field: foreign } })
}

/** What the kind's secrets come to that nobody has to think of. */
function madeFor(kind: ShopKindName, known: Texts): Entries {
  const isMissing = (name: ConnectionFieldName) => 'isMade' in CONNECTION_FIELDS[name] && known[name] === undefined
  return fieldsOf(kind)
    .filter(isMissing)
    .map((name) => [name, makeSecret()] as const)
}

/** A shop that moves to another address posts to another endpoint, so that two shops' messages are never taken for each other's. */
function endpointFor(
  kind: ShopKindName,
  texts: Texts,
  { kept, used }: { kept: readonly KeptConnection[]; used: string },
) {
  const others = kept.filter((one) => !(one.kind === kind && one.state === 'draft'))
  const isSame = ({ kind: other, values }: KeptConnection) =>
    other === kind && PLACES.every((name) => values.find(({ field }) => field === name)?.value === texts[name])
  const same = others.find(isSame)
  if (same !== undefined) return same.endpointId
  const taken = new Set([used, ...others.map(({ endpointId }) => endpointId)])
  const names = [kind, ...Array.from({ length: taken.size + 1 }, (_, nth) => `${kind}-${nth + 2}`)]
  return names.find((name) => !taken.has(name)) ?? kind
}

function toKept(box: SecretBox, kind: ShopKindName, [field, value]: readonly [ConnectionFieldName, string]) {
  const { isSecret } = CONNECTION_FIELDS[field]
  return isSecret
    ? { field, value: box.seal(value, placeOf(kind, field)), isSealed: true, tail: tailOf(value) }
    : { field, value, isSealed: false, tail: null }
}

/** What is to be kept, for whichever key seals it; nothing is written here. */
async function planFrom(
  needs: KeepNeeds,
  input: SetKeys,
  { kept, before }: { kept: readonly KeptConnection[]; before: KeptConnection | null },
): Promise<Outcome<(box: SecretBox) => Draft, KeepRefusal>> {
  const { keys, fixed, allowedHosts, readSettings } = needs
  const { kind } = input
  const entries = entriesOf(input)
  if (!entries.ok) return entries
  const locked = fixedTexts(fixed, kind)
  const fixedOne = entries.value.find(([name]) => locked[name] !== undefined)
  if (fixedOne !== undefined) return refuse('SET_BY_ENVIRONMENT', { detail: { variable: fixedOne[0] } })
  const given = entries.value.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
  const outside = given.find(([name, value]) => ADDRESSES.has(name) && readTarget(value, allowedHosts) === null)
  if (outside !== undefined) return refuse('URL_NOT_ALLOWED', { detail: { field: outside[0] } })
  const known = before === null ? grant<Texts>({}) : await openValues(keys, before)
  if (!known.ok) return known
  const remove = entries.value.flatMap(([name, value]) => (value === null ? [name] : []))
  const staying = Object.fromEntries(
    Object.entries(known.value).filter(([name]) => !remove.some((one) => one === name)),
  )
  const texts: Texts = { ...staying, ...Object.fromEntries(given), ...locked }
  const made = madeFor(kind, texts).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
  const endpointId = endpointFor(kind, texts, { kept, used: fixed.shopEndpointId })
  const read = readSettings({ kind, endpointId }, { ...texts, ...Object.fromEntries(made) })
  if (!read.ok) return refuse('VALUE_REFUSED', { detail: { field: read.field, wants: read.wants } })
  const set = [...given, ...made]
  return grant((box) => ({ kind, endpointId, remove, set: set.map((entry) => toKept(box, kind, entry)) }))
}

/** Sealed by the key that is the newest also after they were written: one that came between may have taken the other away. */
export async function keepValues(needs: KeepNeeds, input: SetKeys): Promise<Outcome<null, KeepRefusal>> {
  const { keys, records } = needs
  const kept = await records.list()
  const plan = await planFrom(needs, input, { kept, before: keptOf(kept, input.kind) })
  if (!plan.ok) return plan
  const isSealed = kept.some(({ values }) => values.some((value) => value.isSealed))
  for (let box = await (isSealed ? keys.box() : keys.boxOrNew()); ;) {
    if (!box.ok) return box
    const draft = plan.value(box.value)
    await records.saveDraft(draft)
    box = await keys.box()
    if (!box.ok || areNewest(box.value, draft)) return grant(null)
  }
}

function areNewest(box: SecretBox, { set }: Draft): boolean {
  return set.every(({ value, isSealed }) => !isSealed || box.isNewest(value))
}
