// Keeps the demo and a shop's own server out of each other's database.
import { StaffId } from '@lantern/shared/contract/ids.ts'
import { SettingError } from '../kit/startFailure.ts'
import type { Store } from '../records/store.ts'

const OWNER = StaffId.parse('owner')
const DEMO_OWNER = StaffId.parse('demo-owner')

interface Needs {
  readonly store: Pick<Store, 'findStaffById'>
  readonly config: { readonly demo: boolean; readonly dataDir: string; readonly databaseUrl: string | null }
  readonly tell: (line: string) => void
}

/**
 * Throws a SettingError where the demo would bring its staff, whose password everybody knows, into a shop's own database. The other
 * way round the demo's show and products are there and harmless: that is told.
 */
export async function checkWhoseDatabase({ store, config, tell }: Needs): Promise<void> {
  const place = config.databaseUrl === null ? `the database in ${config.dataDir}` : 'this PostgreSQL database'
  const setting = config.databaseUrl === null ? 'DATA_DIR' : 'DATABASE_URL'
  if (config.demo && (await store.findStaffById(OWNER)) !== null)
    throw new SettingError(setting, `${place} is a shop's own; the demo needs another one`)
  if (!config.demo && (await store.findStaffById(DEMO_OWNER)) !== null)
    tell(`${setting}: ${place} holds the demo's show and products; another one keeps them out of your shop`)
}
