// The contract of draws on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { drawContract } from './draw.contract.ts'

drawContract('SQLite', sqlitePlaces)
