// Reads a red packet from outside, as an auditor would: nothing here comes through the server's own code.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod'

export interface PacketAudit {
  /** Of the row of the packet itself. */
  readonly entries: number
  readonly places: number
  readonly totalMinor: number
  /** The rows of who opened it, by number. */
  readonly opened: readonly { readonly no: number; readonly amountMinor: number; readonly viewerId: string }[]
  /** What the coupons that were granted for it come to, and how many they are. */
  readonly coupons: { readonly count: number; readonly totalMinor: number }
  /** How often it was told of as entered in the log, each viewer once. */
  readonly told: number
}

const Packet = z.object({ entries: z.number(), places: z.number(), config: z.string() })
const Opened = z.object({ no: z.number(), value: z.string(), viewer_id: z.string() })
const Amount = z.object({ amountMinor: z.number() })
const Total = z.object({ totalMinor: z.number() })
const Coupon = z.object({ off: z.object({ minor: z.number() }) })
const Row = z.object({ payload: z.string() })
const Fact = z.object({ activityId: z.string(), entries: z.array(z.object({ isNew: z.boolean() })) })

export function findDatabase(dataDir: string): string {
  const name = readdirSync(dataDir).find((file) => /\.(db|sqlite)$/.test(file))
  if (name === undefined) throw new Error(`no database in ${dataDir}`)
  return join(dataDir, name)
}

/** Throws when there is no such packet. */
export function auditPacket(dataDir: string, activityId: string): PacketAudit {
  const database = new DatabaseSync(findDatabase(dataDir), { readOnly: true })
  const all = <Of>(sql: string, row: z.ZodType<Of>) => row.array().parse(database.prepare(sql).all(activityId))
  const [packet] = all('select entries, places, config from activities where id = ?', Packet)
  const opened = all('select no, value, viewer_id from activity_entries where activity_id = ? order by no', Opened)
  const coupons = all(`select what as payload from rewards where activity_id = ? and kind = 'coupon'`, Row)
  const facts = all(
    `select payload from events where type = 'activity:entered' and json_extract(payload, '$.activityId') = ?`,
    Row,
  )
  database.close()
  if (packet === undefined) throw new Error(`no red packet ${activityId}`)
  const offs = coupons.map(({ payload }) => Coupon.parse(JSON.parse(payload)).off.minor)
  return {
    entries: packet.entries,
    places: packet.places,
    totalMinor: Total.parse(JSON.parse(packet.config)).totalMinor,
    opened: opened.map(({ no, value, viewer_id }) => ({ no, viewerId: viewer_id, ...Amount.parse(JSON.parse(value)) })),
    coupons: { count: offs.length, totalMinor: offs.reduce((sum, one) => sum + one, 0) },
    told: facts.flatMap(({ payload }) => Fact.parse(JSON.parse(payload)).entries).length,
  }
}
