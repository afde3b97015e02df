// Before the unit tests: what is built of sources that have changed since is built anew, for some tests start the server as a shop does.
import { pages } from './steps/pages.mjs'
import { ensure } from './steps/step.mjs'

export const setup = (): Promise<void> => ensure(pages)
