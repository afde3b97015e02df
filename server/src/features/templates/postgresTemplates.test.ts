// The contract of templates of the shop on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { templatesContract } from './templates.contract.ts'

templatesContract('PostgreSQL', postgresPlaces())
