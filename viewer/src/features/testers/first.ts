// What the shopper's page shows of testers in its first picture: after the show, the places that the viewer has.
export { ChosenHere } from './ChosenHere.tsx'
