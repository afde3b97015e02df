// Seals every kept secret of the shops anew with the newest key, also while the server sells.
import type { ConnectionFieldName, ShopKindName } from '@lantern/shared/contract/connections.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { ConnectionRecords } from '../records/connectionRecords.ts'
import type { SecretBox } from './secretBox.ts'
import type { SecretKeys } from './secretKeys.ts'
import { type KeyRefusal, placeOf } from './values.ts'

export interface RekeyNeeds {
  readonly keys: SecretKeys
  readonly records: Pick<ConnectionRecords, 'listAll' | 'reseal'>
}

const TRIES = 5

interface Sealed {
  readonly connectionId: string
  readonly kind: ShopKindName
  readonly field: ConnectionFieldName
  readonly value: string
}

async function readSealed(records: RekeyNeeds['records']): Promise<readonly Sealed[]> {
  return (await records.listAll()).flatMap(({ id, kind, values }) =>
    values.filter(({ isSealed }) => isSealed).map(({ field, value }) => ({ connectionId: id, kind, field, value })),
  )
}

async function sealAnew(box: SecretBox, records: RekeyNeeds['records']): Promise<Outcome<number | null, KeyRefusal>> {
  const values = []
  for (const { connectionId, kind, field, value } of await readSealed(records)) {
    const opened = box.open(value, placeOf(kind, field))
    if (!opened.ok) return opened
    values.push({ connectionId, field, from: value, to: box.seal(opened.value, placeOf(kind, field)) })
  }
  return grant((await records.reseal(values)) ? values.length : null)
}

/** Before a key is added: what cannot be opened would leave one behind at each try. */
async function canOpenAll({ keys, records }: RekeyNeeds): Promise<Outcome<null, KeyRefusal>> {
  const box = await keys.box()
  if (!box.ok) return box
  const sealed = await readSealed(records)
  const closed = sealed.map(({ kind, field, value }) => box.value.open(value, placeOf(kind, field)))
  return closed.find((one) => !one.ok) === undefined ? grant(null) : refuse('SECRETS_KEY_WRONG')
}

/**
 * How many secrets were sealed anew, by one call at a time. Where the key is a file a new one is made, and the old one goes once
 * nothing needs it; where it is a setting, the first of its keys seals. One that cannot be opened stops all, and nothing changes.
 */
export async function rekey(needs: RekeyNeeds): Promise<Outcome<number, KeyRefusal | 'TRY_AGAIN'>> {
  const { keys, records } = needs
  if ((await readSealed(records)).length === 0) return grant(0)
  const open = await canOpenAll(needs)
  if (!open.ok) return open
  const added = await keys.addKey()
  if (!added.ok && added.code === 'SECRETS_KEY_MISSING') return refuse('SECRETS_KEY_MISSING')
  const box = await keys.box()
  if (!box.ok) return box
  for (let tried = 0; tried < TRIES; tried += 1) {
    const done = await sealAnew(box.value, records)
    if (!done.ok) return done
    if (done.value === null) continue
    await keys.dropOldKeys()
    return grant(done.value)
  }
  return refuse('TRY_AGAIN')
}
