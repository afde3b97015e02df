// The ledger's contract on SQLite.
import { basketsContract } from './baskets.contract.ts'
import { crowdContract } from './crowd.contract.ts'
import { hoardingContract } from './hoarding.contract.ts'
import { deskContract } from './staffChanges.contract.ts'
import { ledgerContract, sqlitePlaces } from './ledger.contract.ts'
import { ordersContract } from './orders.contract.ts'
import { saleContract } from './sale.contract.ts'
import { saleLineContract } from './saleLine.contract.ts'
import { waitlistContract } from './waitlist.contract.ts'

ledgerContract('SQLite', sqlitePlaces)
saleContract('SQLite', sqlitePlaces)
saleLineContract('SQLite', sqlitePlaces)
deskContract('SQLite', sqlitePlaces)
ordersContract('SQLite', sqlitePlaces)
basketsContract('SQLite', sqlitePlaces)
waitlistContract('SQLite', sqlitePlaces)
crowdContract('SQLite', sqlitePlaces)
hoardingContract('SQLite', sqlitePlaces)
