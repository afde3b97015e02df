// Seals every kept secret of the shops anew with the newest key, also while the server sells.
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

async function sealAnew(box: SecretBox, records: RekeyNeeds['records']): Promise<Outcome<number | null, KeyRefusal>> {
  const sealed = (await records.listAll()).flatMap(({ id, kind, values }) =>
    values.filter(({ isSealed }) => isSealed).map(({ field, value }) => ({ connectionId: id, kind, field, value })),
  )
  const values = []
  for (const { connectionId, kind, field, value } of sealed) {
    const opened = box.open(value, placeOf(kind, field))
    if (!opened.ok) return opened
    values.push({ connectionId, field, from: value, to: box.seal(opened.value, placeOf(kind, field)) })
  }
  return grant((await records.reseal(values)) ? values.length : null)
}

/**
 * How many secrets were sealed anew. Where the key is a file a new one is made, and the old one goes once nothing needs it; where
 * it is a setting, the first of its keys seals. One that cannot be opened stops all, and the old key stays.
 */
export async function rekey({ keys, records }: RekeyNeeds): Promise<Outcome<number, KeyRefusal | 'TRY_AGAIN'>> {
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
