// The contract of share links on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { linksContract } from './links.contract.ts'

linksContract('PostgreSQL', postgresPlaces())
