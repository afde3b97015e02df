// The contract of groups on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { groupsContract } from './groups.contract.ts'
import { groupPricesContract } from './prices.contract.ts'

groupsContract('SQLite', sqlitePlaces)
groupPricesContract('SQLite', sqlitePlaces)
