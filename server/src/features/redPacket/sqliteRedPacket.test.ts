// The contract of red packets on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { entrantsContract } from './entrants.contract.ts'
import { redPacketContract } from './redPacket.contract.ts'

redPacketContract('SQLite', sqlitePlaces)
entrantsContract('SQLite', sqlitePlaces)
