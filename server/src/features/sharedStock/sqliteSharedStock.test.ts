// Stocks that several shows sell from, on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { sharedStockContract } from './sharedStock.contract.ts'

sharedStockContract('SQLite', sqlitePlaces)
