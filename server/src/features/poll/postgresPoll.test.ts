// The contract of polls on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { pollContract } from './poll.contract.ts'

pollContract('PostgreSQL', postgresPlaces())
