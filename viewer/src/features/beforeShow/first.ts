// What the shopper's page shows before the show in its first picture.
export { Opening as Poster } from './Opening.tsx'
