// What the first picture shows of fetching what was bought.
export { PickupButton } from './PickupButton.tsx'
export { PickupPoster as Poster } from './PickupPoster.tsx'
export { Fact, HeldFact } from './GroupFact.tsx'
