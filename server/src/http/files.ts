// Files: the built scripts and styles, whose names change with their content, and the products' pictures.
import { join } from 'node:path'
import express, { type Response, Router } from 'express'
import { BUILT_PAGES } from './builtPages.ts'
import { notFound } from './refusals.ts'

interface Needs {
  readonly dataDir: string
  readonly pagesDir: { readonly viewer: string; readonly studio: string } | undefined
}

const HASHED = { index: false, redirect: false, immutable: true, maxAge: '1y', dotfiles: 'ignore' } as const
const LOOSE = { index: false, redirect: false, maxAge: '5m', dotfiles: 'ignore' } as const

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
    routes.use(`${base}/assets`, express.static(join(dir, 'assets'), HASHED), notFound)
    routes.use(base, express.static(dir, LOOSE))
  }
  routes.use('/viewer', notFound)
  const pictures = express.static(join(dataDir, 'pictures'), { ...HASHED, setHeaders: sandbox })
  routes.use('/pictures', pictures, notFound)
  return routes
}
