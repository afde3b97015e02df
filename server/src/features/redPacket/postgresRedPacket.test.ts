// The contract of red packets on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { entrantsContract } from './entrants.contract.ts'
import { redPacketContract } from './redPacket.contract.ts'

const places = postgresPlaces()

redPacketContract('PostgreSQL', places)
entrantsContract('PostgreSQL', places)
