// The contract of what is said on both databases.
import { sqlitePlaces } from '../ledger/proofs/ledger.contract.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { addressBudgetContract } from './addressBudgets.contract.ts'
import { commentContract } from './talk.contract.ts'
import { talkContract } from './talkRules.contract.ts'

const places = postgresPlaces()

commentContract('SQLite', sqlitePlaces)
commentContract('PostgreSQL', places)
talkContract('SQLite', sqlitePlaces)
talkContract('PostgreSQL', places)
addressBudgetContract('SQLite', sqlitePlaces)
addressBudgetContract('PostgreSQL', places)
