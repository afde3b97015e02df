// @ts-check
// Runs other programs: quietly with their output kept for the case of failure, or in front with the terminal given to them.
import { spawn } from 'node:child_process'
import { getPriority, setPriority } from 'node:os'

/** A thing that the set-up cannot do by itself, with the command that does it. */
export class SetupError extends Error {
  /**
   * @param {string} message
   * @param {string} [command]
   */
  constructor(message, command) {
    super(message)
    this.name = 'SetupError'
    this.command = command
  }
}

/**
 * @typedef {object} QuietOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeoutMs]
 * @property {number} [givesWay] how far to everything else on the machine, as `nice` counts it: 19 is wholly
 * @property {(line: string) => void} [onLine] called with the latest line, for the progress display
 */

/**
 * Runs to the end without showing anything; never throws for an exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {QuietOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runQuietly(command, args, { cwd, env, timeoutMs, givesWay, onLine } = {}) {
  return new Promise((resolve) => {
    // A group of its own, so that a timeout ends the grandchildren too.
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    if (givesWay !== undefined && child.pid !== undefined) setPriority(child.pid, Math.max(givesWay, getPriority()))
    let output = ''
    /** @param {Buffer} chunk */
    const take = (chunk) => {
      output = (output + chunk.toString()).slice(-200_000)
      const line = chunk.toString().trim().split('\n').at(-1)
      if (line) onLine?.(line)
    }
    const endGroup = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    }
    const timer = timeoutMs === undefined ? undefined : setTimeout(endGroup, timeoutMs)
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    process.once('exit', endGroup)
    /** @param {number} code */
    const finish = (code) => {
      clearTimeout(timer)
      process.off('exit', endGroup)
      resolve({ code, output })
    }
    child.on('error', (error) => {
      output += error.message
      finish(127)
    })
    child.on('close', (code) => finish(code ?? 1))
  })
}

/**
 * The same, but a failure is an error that shows the end of the output.
 * @param {string} command
 * @param {string[]} args
 * @param {QuietOptions & { hint?: string }} [options]
 */
export async function mustRun(command, args, options = {}) {
  const { code, output } = await runQuietly(command, args, options)
  if (code === 0) return output
  const tail = output.trim().split('\n').slice(-30).join('\n')
  throw new SetupError(`${command} ${args.join(' ')} failed (${code}):\n${tail}`, options.hint)
}

/**
 * Gives the terminal to a program and answers its exit code. Signals reach it: Ctrl-C by the terminal, SIGTERM from here.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd: string }} place
 * @returns {Promise<number>}
 */
export function runInFront(command, args, { env, cwd }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, cwd, stdio: 'inherit' })
    const forward = () => child.kill('SIGTERM')
    const leaveToChild = () => {}
    process.on('SIGTERM', forward)
    process.on('SIGINT', leaveToChild)
    /** @param {number} code */
    const finish = (code) => {
      process.off('SIGTERM', forward)
      process.off('SIGINT', leaveToChild)
      resolve(code)
    }
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      finish(127)
    })
    child.on('exit', (code, signal) => finish(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}
