// The contract of draws on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { drawContract } from './draw.contract.ts'

drawContract('PostgreSQL', postgresPlaces())
