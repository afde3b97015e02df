// The contract of coupons on PostgreSQL.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { couponContract } from './coupon.contract.ts'

couponContract('PostgreSQL', postgresPlaces())
