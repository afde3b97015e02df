// The contract of topics on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { topicContract } from './topic.contract.ts'

topicContract('PostgreSQL', postgresPlaces())
