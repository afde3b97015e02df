// Files that others ask for at the root to see that the address is the shop's: WeChat, Apple Pay, search engines.
import { join } from 'node:path'
import express, { type RequestHandler, type Response } from 'express'

/** Where they are put, within the data folder; one that is added or taken away needs no restart. */
export const VERIFICATION_FOLDER = 'verify'

/** A file's own name at the root, and whatever is below /.well-known; never another hidden file. */
const MAY_BE = /^\/(\.well-known\/([\w-][\w.-]*\/)*)?[\w-][\w.-]*$/
const WITHOUT_ENDING = /\/[^/.]+$/

/** A page among them may run nothing. */
function plain(res: Response, path: string): void {
  res.set('Content-Security-Policy', "default-src 'none'; sandbox")
  if (WITHOUT_ENDING.test(path)) res.type('text/plain')
}

export function createVerification(dataDir: string): RequestHandler {
  const folder = join(dataDir, VERIFICATION_FOLDER)
  const files = express.static(folder, {
    index: false,
    redirect: false,
    dotfiles: 'allow',
    maxAge: 0,
    setHeaders: plain,
  })
  return (req, res, next) => {
    if (MAY_BE.test(req.path)) files(req, res, next)
    else next()
  }
}
