// What the shopper's page shows of topics in its first picture: those on the waiting page.
export { AskedBefore } from './AskedBefore.tsx'
