// The engine of activities on PostgreSQL.
import { postgresPlaces } from '../../../testing/postgresPlaces.ts'
import { activitiesContract } from './activities.contract.ts'
import { conditionsContract } from './conditions.contract.ts'
import { entriesContract } from './entries.contract.ts'
import { ownWordsContract } from './ownWords.contract.ts'
import { processesContract } from './processes.contract.ts'
import { randomContract } from './random.contract.ts'
import { waitingContract } from './waiting.contract.ts'
import { BOOKS_OF_PICKS } from './testKind.ts'

const places = postgresPlaces()

const makePlace = async () => ({ ...(await places()), books: BOOKS_OF_PICKS })

activitiesContract('PostgreSQL', makePlace)
conditionsContract('PostgreSQL', makePlace)
entriesContract('PostgreSQL', makePlace)
ownWordsContract('PostgreSQL', makePlace)
processesContract('PostgreSQL', makePlace)
randomContract('PostgreSQL', makePlace)
waitingContract('PostgreSQL', makePlace)
