// What the host's connection does, once a second, from the browser's own counters.
import * as z from 'zod'
import type { HostStats } from './types.ts'

const Outbound = z.object({
  type: z.literal('outbound-rtp'),
  kind: z.literal('video'),
  bytesSent: z.number(),
  framesPerSecond: z.number().optional(),
  frameHeight: z.number().optional(),
})
const Remote = z.object({
  type: z.literal('remote-inbound-rtp'),
  kind: z.literal('video'),
  fractionLost: z.number().optional(),
  roundTripTime: z.number().optional(),
})

export interface StatsReader {
  /** `report` is an RTCStatsReport; rates are since the last call. */
  read(report: ReadonlyMap<string, unknown>): HostStats
}

export function createStatsReader(elapsed: () => number = () => performance.now()): StatsReader {
  let before = { bytes: 0, at: elapsed() }

  return {
    read(report) {
      const rows = [...report.values()]
      const layers = rows.flatMap((row) => Outbound.safeParse(row).data ?? [])
      const paths = rows.flatMap((row) => Remote.safeParse(row).data ?? [])
      const after = { bytes: sum(layers.map((layer) => layer.bytesSent)), at: elapsed() }
      const seconds = Math.max(0.001, (after.at - before.at) / 1000)
      // A new transport counts from zero again.
      const bitrate = Math.max(0, ((after.bytes - before.bytes) * 8) / seconds)
      before = after
      return {
        bitrate: Math.round(bitrate),
        framesPerSecond: highest(layers.map((layer) => layer.framesPerSecond)),
        height: highest(layers.map((layer) => layer.frameHeight)),
        layers: layers.filter((layer) => (layer.framesPerSecond ?? 0) > 0).length,
        lossPercent: highest(paths.map((path) => path.fractionLost)) * 100,
        roundTripMs: highest(paths.map((path) => path.roundTripTime)) * 1000,
      }
    },
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function highest(values: readonly (number | undefined)[]): number {
  return Math.max(0, ...values.map((value) => value ?? 0))
}
