// Reads what the contract's files say in comments: of schemas that have a name, of their parts, and of what stands in lists.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url))
/** Where whole snapshots and frames are put together. */
const TOGETHER = fileURLToPath(new URL('../../server/src/commands/contract.ts', import.meta.url))
const OF_CONTRACT = /^contract\/.*\.ts$|^features\/.*\/contract\.ts$/

/** Of the room itself and of each feature, without tests. */
export function listContractFiles(): string[] {
  const shared = readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
    .filter((name) => OF_CONTRACT.test(name) && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(SHARED, name))
  return [...shared, TOGETHER]
}

export interface Comments {
  /** Of `hold:place`, `POST /api/shows`, `Hold`, `Hold.expiresAt`; '' where nothing is said. */
  of(name: string): string
}

/** One line, without stars. */
function textOf(node: ts.Node, source: ts.SourceFile): string {
  const last = ts.getLeadingCommentRanges(source.text, node.getFullStart())?.at(-1)
  const raw = last === undefined ? '' : source.text.slice(last.pos, last.end)
  if (!raw.startsWith('/**')) return ''
  return raw
    .slice(3, -2)
    .replace(/\n\s*\* ?/g, '\n')
    .trim()
    .replace(/\s*\n\s*/g, ' ')
}

/** Whether it is a key of a list: `hold:place`, `hold.created`, `GET /healthz`. */
const isInList = (key: string) => /[:. ]/.test(key)

function nameOf({ name }: ts.PropertyAssignment): string | null {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : null
}

function readProperties(node: ts.Node, owner: string | null, take: (name: string, at: ts.Node) => void): void {
  if (ts.isPropertyAssignment(node)) {
    const key = nameOf(node)
    if (key === null) return
    if (isInList(key)) take(key, node)
    else if (owner !== null) take(`${owner}.${key}`, node)
    return node.forEachChild((child) => readProperties(child, null, take))
  }
  node.forEachChild((child) => readProperties(child, owner, take))
}

function readStatement(statement: ts.Statement, take: (name: string, at: ts.Node) => void): void {
  if (!ts.isVariableStatement(statement)) return
  for (const { name, initializer } of statement.declarationList.declarations) {
    if (!ts.isIdentifier(name) || initializer === undefined) continue
    take(name.text, statement)
    readProperties(initializer, name.text, take)
  }
}

export function readComments(): Comments {
  const known = new Map<string, string>()
  for (const file of listContractFiles()) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
    const take = (name: string, at: ts.Node) => {
      const text = textOf(at, source)
      if (text !== '') known.set(name, text)
    }
    for (const statement of source.statements) readStatement(statement, take)
  }
  return { of: (name) => known.get(name) ?? '' }
}
