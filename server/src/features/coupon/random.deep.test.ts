// Evenings at random with coupons on PostgreSQL; those on SQLite are quick enough for every run.
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { randomCouponContract } from './random.contract.ts'

randomCouponContract('PostgreSQL', postgresPlaces())
