// The ledger's contract on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { basketsContract } from './baskets.contract.ts'
import { crowdContract } from './crowd.contract.ts'
import { hoardingContract } from './hoarding.contract.ts'
import { deskContract } from './staffChanges.contract.ts'
import { ledgerContract } from './ledger.contract.ts'
import { ordersContract } from './orders.contract.ts'
import { saleContract } from './sale.contract.ts'
import { saleLineContract } from './saleLine.contract.ts'
import { waitlistContract } from './waitlist.contract.ts'

const places = postgresPlaces()

ledgerContract('PostgreSQL', places)
saleContract('PostgreSQL', places)
saleLineContract('PostgreSQL', places)
deskContract('PostgreSQL', places)
ordersContract('PostgreSQL', places)
basketsContract('PostgreSQL', places)
waitlistContract('PostgreSQL', places)
crowdContract('PostgreSQL', places)
hoardingContract('PostgreSQL', places)
