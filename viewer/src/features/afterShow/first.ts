// What the shopper's page shows after the show in its first picture.
import './afterShow.css'
export { NextShow as Poster } from './NextShow.tsx'
