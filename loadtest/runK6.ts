// Runs the k6 script of the spike and reads back what every buyer was told.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { World } from '@lantern/server/src/testing/world.ts'
import { z } from 'zod'
import type { SpikePlan } from './plan.ts'

const Line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('join'), number: z.number(), ok: z.boolean() }),
  z.object({ kind: z.literal('lost'), number: z.number(), reason: z.string() }),
  z.object({
    kind: z.literal('hold'),
    number: z.number(),
    holdId: z.string(),
    ok: z.boolean(),
    code: z.string().nullable(),
    cookie: z.string().nullable(),
  }),
])
type Line = z.infer<typeof Line>

export interface Winner {
  readonly holdId: string
  readonly cookie: string
}

export interface SpikeRun {
  readonly joined: number
  readonly lost: readonly string[]
  readonly granted: readonly Winner[]
  /** How often each code was answered. */
  readonly refused: Readonly<Record<string, number>>
  /** Named figures as text, for the report. */
  readonly figures: Readonly<Record<string, string>>
}

export interface K6Options {
  readonly world: World
  readonly offerId: string
  /** What buyers see: the sale's price. */
  readonly priceMinor: number
  readonly show: string
  readonly plan: SpikePlan
  readonly holdAt: number
}

/** Resolves when k6 has ended; throws when it could not run. */
export async function runK6({ world, offerId, priceMinor, show, plan, holdAt }: K6Options): Promise<SpikeRun> {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-k6-'))
  const lines = join(folder, 'lines.jsonl')
  const summary = join(folder, 'summary.json')
  const variables = {
    SERVER_URL: world.url,
    SHOW_ID: show,
    OFFER_ID: offerId,
    PRICE_MINOR: String(priceMinor),
    BUYERS: String(plan.buyers),
    HOLD_AT: String(holdAt),
    WITHIN_MS: String(plan.withinMs),
    CONNECT_MS: String(plan.connectMs),
  }
  const flags = [
    '--quiet',
    '--no-usage-report',
    '--log-format=raw',
    `--console-output=${lines}`,
    `--summary-export=${summary}`,
  ]
  const script = fileURLToPath(new URL('k6/spike.ts', import.meta.url))
  await run([
    'run',
    ...flags,
    ...Object.entries(variables).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
    script,
  ])
  const said = await readFile(lines, 'utf8')
  const trends = await readFile(summary, 'utf8')
  await rm(folder, { recursive: true, force: true })
  return read(
    said
      .split('\n')
      .filter(Boolean)
      .map((text) => Line.parse(JSON.parse(text))),
    trends,
  )
}

function run(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.env['K6_BIN'] ?? 'k6', args, { stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', (error) => reject(new Error(`k6 did not start: ${error.message}`)))
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`k6 ended with code ${code}`))))
  })
}

const Summary = z.object({ metrics: z.record(z.string(), z.record(z.string(), z.unknown())) })

function read(lines: readonly Line[], summary: string): SpikeRun {
  const refused: Record<string, number> = {}
  const granted: Winner[] = []
  for (const line of lines) {
    if (line.kind !== 'hold') continue
    if (line.ok) granted.push({ holdId: line.holdId, cookie: line.cookie ?? '' })
    else refused[line.code ?? 'none'] = (refused[line.code ?? 'none'] ?? 0) + 1
  }
  return {
    joined: lines.filter((line) => line.kind === 'join' && line.ok).length,
    lost: lines.flatMap((line) => (line.kind === 'lost' ? [line.reason] : [])),
    granted,
    refused,
    figures: figuresOf(Summary.parse(JSON.parse(summary))),
  }
}

function figuresOf({ metrics }: z.infer<typeof Summary>): Record<string, string> {
  const names = {
    'join reply': 'lantern_join_ms',
    'hold reply': 'lantern_hold_reply_ms',
    "k6's own lag": 'lantern_k6_lag_ms',
  }
  const ms = (value: unknown) => `${Math.round(Number(value))}`
  return Object.fromEntries(
    Object.entries(names).map(([what, metric]) => {
      const trend = metrics[metric] ?? {}
      return [
        `${what}, ms (median / p95 / p99 / max)`,
        ['med', 'p(95)', 'p(99)', 'max'].map((key) => ms(trend[key])).join(' / '),
      ]
    }),
  )
}
