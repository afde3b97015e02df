// What the shopper's page shows after the show in its first picture.
export { NextShow as Poster } from './NextShow.tsx'
