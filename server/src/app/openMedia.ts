// Starts the picture's server: mediasoup with the worker that the set-up has obtained, unless a test brings one of its own.
import { type Config, processEnvironment } from '../settings/config.ts'
import { findWorker } from '../media/findWorker.ts'
import type { Log } from '../ops/log.ts'
import type { Sfu, SfuOptions } from '../media/sfu.ts'
import { createIceServers } from '../turn/iceServers.ts'
import type { Metrics } from '../ops/metrics.ts'

interface Needs {
  readonly config: Pick<Config, 'mediaWorkers' | 'mediaPort' | 'host' | 'announcedAddresses' | 'turnUrls' | 'turnLogin'>
  readonly clock: () => number
  readonly log: Log
  readonly metrics: Pick<Metrics, 'countWorkerDeath'>
  readonly options: { readonly createSfu?: (options: SfuOptions) => Promise<Sfu> }
}

async function mediasoup(options: SfuOptions): Promise<Sfu> {
  const { createSfu } = await import('../media/createSfu.ts')
  const workerBin = findWorker(processEnvironment())
  return createSfu({ ...options, ...(workerBin !== null && { workerBin }) })
}

/** Rejects when no worker starts or its port is taken. */
export function openMedia(
  { config, clock, log, metrics, options }: Needs,
  onChange: SfuOptions['onChange'],
): Promise<Sfu> {
  const make = options.createSfu ?? mediasoup
  return make({
    workers: config.mediaWorkers,
    port: config.mediaPort,
    listenIp: config.host,
    announcedAddresses: config.announcedAddresses,
    iceServers: createIceServers(config, clock),
    onChange,
    onWorkerDeath: () => metrics.countWorkerDeath(),
    onRespawnFailed: (error) => log.error({ err: error }, 'media worker not started again; trying on'),
  })
}
