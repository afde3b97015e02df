// The ledger's contract on SQLite.
import { ledgerContract, sqlitePlaces } from './ledgerContract.ts'
import { saleContract } from './saleContract.ts'

ledgerContract('SQLite', sqlitePlaces)
saleContract('SQLite', sqlitePlaces)
