// The contract of what is said on both databases.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { addressBudgetContract } from './addressBudgets.contract.ts'
import { commentContract } from './comments.contract.ts'
import { rulesContract } from './rules.contract.ts'

const places = postgresPlaces()

commentContract('SQLite', sqlitePlaces)
commentContract('PostgreSQL', places)
rulesContract('SQLite', sqlitePlaces)
rulesContract('PostgreSQL', places)
addressBudgetContract('SQLite', sqlitePlaces)
addressBudgetContract('PostgreSQL', places)
