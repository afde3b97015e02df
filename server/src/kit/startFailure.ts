// What stops a start, in one line each: a setting that cannot be used, or the machine.
import { CodedError } from './codedError.ts'

/** 78: somebody must change a setting. 1: the machine stands in the way, trying again may help. */
export interface StartFailure {
  readonly line: string
  readonly exitCode: 1 | 78
  /** For the log. */
  readonly code: string
}

/** A setting that reads well and cannot be used on this machine; its code is its name. */
export class SettingError extends CodedError {}

interface Ports {
  readonly host: string
  readonly port: number
  readonly httpsPort: number | null
  readonly mediaPort: number
  readonly acme: { readonly httpPort: number | null } | null
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

const machine = (code: string, line: string): StartFailure => ({ line, exitCode: 1, code })

function settingOf(taken: unknown, { port, httpsPort, acme }: Ports): string {
  if (taken === port) return 'PORT'
  if (taken === acme?.httpPort) return 'ACME_HTTP_PORT'
  return taken === httpsPort ? 'HTTPS_PORT' : 'PORT'
}

function explainListening(error: Error, ports: Ports): StartFailure | null {
  if (!('syscall' in error && error.syscall === 'listen' && 'port' in error)) return null
  const code = codeOf(error)
  const setting = settingOf(error.port, ports)
  if (code === 'EADDRINUSE')
    return machine(
      code,
      `${setting}: ${error.port} is in use on ${ports.host} by another program; end it or choose another`,
    )
  if (code === 'EACCES')
    return machine(code, `${setting}: ${error.port} may not be opened by this user; choose one from 1024 on`)
  return null
}

function explainMedia(error: Error): StartFailure | null {
  const code = codeOf(error)
  if (code === 'MEDIA_PORT') return machine(code, error.message)
  if (!/^spawn /.test(error.message)) return null
  return machine(
    'MEDIA_WORKER',
    `the media worker cannot be started (${error.message}); node infra/setup/worker.mjs obtains it`,
  )
}

/** In one line, without a stack. */
export function explainStartFailure(error: unknown, ports: Ports): StartFailure {
  if (error instanceof SettingError) {
    return { line: `${error.code}: ${error.message}`, exitCode: 78, code: 'SETTING' }
  }
  if (!(error instanceof Error)) return machine('UNKNOWN', String(error))
  const [firstLine = ''] = error.message.split('\n')
  return explainListening(error, ports) ?? explainMedia(error) ?? machine(codeOf(error) || error.name, firstLine)
}
