// Every state that a server of before had left, brought forward on PostgreSQL.
import { FORMER, formerContract, onPostgres } from './former.contract.ts'

formerContract(onPostgres(), [...FORMER.keys()])
