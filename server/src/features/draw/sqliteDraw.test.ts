// The contract of draws on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { drawContract } from './draw.contract.ts'
import { figuresContract } from './figures.contract.ts'
import { keptContract } from './kept.contract.ts'
import { notWonContract } from './notWon.contract.ts'
import { staffContract } from './staff.contract.ts'

drawContract('SQLite', sqlitePlaces)
notWonContract('SQLite', sqlitePlaces)
staffContract('SQLite', sqlitePlaces)
figuresContract('SQLite', sqlitePlaces)
keptContract('SQLite', sqlitePlaces)
