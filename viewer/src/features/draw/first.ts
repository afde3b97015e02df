// What the shopper's page shows of draws in its first picture: after the show, what was won in it.
export { WonHere } from './WonHere.tsx'
