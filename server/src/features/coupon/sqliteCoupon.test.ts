// The contract of coupons on SQLite.
import { sqlitePlaces } from '../../ledger/proofs/ledger.contract.ts'
import { couponContract } from './coupon.contract.ts'
import { randomCouponContract } from './random.contract.ts'

couponContract('SQLite', sqlitePlaces)
randomCouponContract('SQLite', sqlitePlaces)
