// The mail's contract on SQLite.
import { sqlitePlaces } from '../ledger/ledger.contract.ts'
import { mailContract } from './mail.contract.ts'

mailContract('SQLite', sqlitePlaces)
