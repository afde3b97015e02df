// The table of consents when a viewer is erased: nobody is left who agreed.
import type { Erasures } from '../database/erasure/erasure.ts'
import { factsOf } from '../database/known/known.ts'

export const CONSENTS: Erasures<'consents'> = {
  consents: {
    keeps: {},
    tells: {
      kind: 'consents',
      async read(db, { viewerId, offset, limit }) {
        const own = db.selectFrom('consents').selectAll().where('viewer_id', '=', viewerId).orderBy('given_at', 'desc')
        const rows = await own.orderBy('id').offset(offset).limit(limit).execute()
        return rows.map(({ given_at, purpose, version, language, withdrawn_at }) => ({
          at: given_at,
          facts: factsOf({ what: `consent_${purpose}`, version, language, withdrawn: withdrawn_at }),
        }))
      },
    },
    erase: (db, { viewerId }) => db.deleteFrom('consents').where('viewer_id', '=', viewerId).execute(),
  },
}
