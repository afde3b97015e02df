// Runs what is typed: in the test's own process, or as the program that npm starts, which costs a second or two of CPU.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Command } from '../cli/command.ts'
import { processEnvironment } from '../settings/config.ts'

export interface Asked {
  readonly args?: readonly string[]
  /** Beside what the test itself has. */
  readonly env?: Readonly<Record<string, string>>
}

export interface Ended {
  readonly code: unknown
  readonly lines: readonly string[]
}

const linesOf = (said: string) => said.trimEnd().split('\n')

/** What it says on both streams, in the order of its saying. */
export async function runHere(command: Command, { args = [], env = {} }: Asked): Promise<Ended> {
  let said = ''
  const print = (line: string) => void (said += `${line}\n`)
  const code = await command({ args, env: { ...processEnvironment(), ...env }, print, warn: print })
  return { code, lines: linesOf(said) }
}

export interface AskedProgram extends Asked {
  readonly cwd?: string
  /** On its standard input. */
  readonly answers?: string
}

/** What it says on both streams, in the order of its saying. */
export async function runProgram(
  file: string,
  { args = [], env = {}, cwd, answers = '' }: AskedProgram,
): Promise<Ended> {
  const child = spawn(process.execPath, [file, ...args], { cwd, env: { ...processEnvironment(), ...env } })
  child.stdin.on('error', () => {})
  child.stdin.end(answers)
  const ended = once(child, 'close')
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code]: unknown[] = await ended
  return { code, lines: linesOf(said) }
}
