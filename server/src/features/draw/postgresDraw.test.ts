// The contract of draws on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { drawContract } from './draw.contract.ts'
import { figuresContract } from './figures.contract.ts'
import { keptContract } from './kept.contract.ts'
import { notWonContract } from './notWon.contract.ts'
import { staffContract } from './staff.contract.ts'

const makePlace = postgresPlaces()

drawContract('PostgreSQL', makePlace)
notWonContract('PostgreSQL', makePlace)
staffContract('PostgreSQL', makePlace)
figuresContract('PostgreSQL', makePlace)
keptContract('PostgreSQL', makePlace)
