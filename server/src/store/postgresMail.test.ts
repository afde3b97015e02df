// The mail's contract on PostgreSQL.
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { mailContract } from './mail.contract.ts'

mailContract('PostgreSQL', postgresPlaces())
