// The contract of coupons on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { couponContract } from './coupon.contract.ts'

couponContract('SQLite', sqlitePlaces)
