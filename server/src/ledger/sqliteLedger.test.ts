// The ledger's contract on SQLite.
import { ledgerContract, sqlitePlaces } from './ledger.contract.ts'
import { saleContract } from './sale.contract.ts'

ledgerContract('SQLite', sqlitePlaces)
saleContract('SQLite', sqlitePlaces)
