// The contract of red packets on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { redPacketContract } from './redPacket.contract.ts'

redPacketContract('PostgreSQL', postgresPlaces())
