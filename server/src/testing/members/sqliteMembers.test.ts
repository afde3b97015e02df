// The contract of members on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { membersContract } from './members.contract.ts'
import { tiersContract } from './tiers.contract.ts'

membersContract('SQLite', sqlitePlaces)
tiersContract('SQLite', sqlitePlaces)
