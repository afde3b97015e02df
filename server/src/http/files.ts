// Files: the built scripts and styles, whose names change with their content, and the products' pictures.
import { join } from 'node:path'
import express, { type RequestHandler, type Response, Router } from 'express'
import expressStaticGzip from 'express-static-gzip'
import { BUILT_PAGES } from './builtPages.ts'
import { notFound } from './refusals.ts'

interface Needs {
  readonly dataDir: string
  readonly pagesDir: { readonly viewer: string; readonly studio: string } | undefined
}

const HASHED = { index: false, redirect: false, immutable: true, maxAge: '1y', dotfiles: 'ignore' } as const
const LOOSE = { index: false, redirect: false, maxAge: '5m', dotfiles: 'ignore' } as const

/** Built files as the set-up has compressed them, in what the browser takes; others as they are. */
function builtFiles(dir: string, serveStatic: typeof HASHED | typeof LOOSE): RequestHandler[] {
  const copies = expressStaticGzip(dir, {
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    index: false,
    serveStatic,
  })
  // A copy that a later build has taken away since the start: what answers instead is not compressed.
  const forgetCopy: RequestHandler = (_req, res, next) => {
    res.removeHeader('Content-Encoding')
    res.removeHeader('Content-Type')
    next()
  }
  return [copies, forgetCopy, express.static(dir, serveStatic)]
}

/** A drawn picture is a document that could hold scripts: it gets a sandbox of its own. */
function sandbox(res: Response): void {
  res.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
}

export function createFiles({ dataDir, pagesDir = BUILT_PAGES }: Needs): Router {
  const routes = Router()
  for (const [base, dir] of [
    ['/viewer', pagesDir.viewer],
    ['/studio', pagesDir.studio],
  ] as const) {
    routes.use(`${base}/assets`, ...builtFiles(join(dir, 'assets'), HASHED), notFound)
    routes.use(base, ...builtFiles(dir, LOOSE))
  }
  routes.use('/viewer', notFound)
  const pictures = express.static(join(dataDir, 'pictures'), { ...HASHED, setHeaders: sandbox })
  routes.use('/pictures', pictures, notFound)
  return routes
}
