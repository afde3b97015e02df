// What must not outlive the bench, however it ends: its processes and its data.
import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A signal ends this process in the ordinary way, so that what is to be done at its end is done. */
export function endOrderlyAtSignals(): void {
  for (const signal of SIGNALS) process.once(signal, () => process.exit(1))
}

/** Answers what resolves when the child is gone after the signal; it is killed at the latest when this process ends. */
export function endWithUs(child: ChildProcess): (signal: NodeJS.Signals) => Promise<void> {
  const kill = () => void child.kill('SIGKILL')
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // Before the folders go that were there before it.
  process.prependOnceListener('exit', kill)
  return async (signal) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal)
      await gone
    }
    process.off('exit', kill)
  }
}

/** Answers what removes the folder; it is removed at the latest when this process ends. */
export function removeWithUs(folder: string): () => Promise<void> {
  // A server just killed may still be writing its last.
  const options = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }
  const remove = () => rmSync(folder, options)
  process.once('exit', remove)
  return async () => {
    await rm(folder, options)
    process.off('exit', remove)
  }
}
