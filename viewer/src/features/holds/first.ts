// What the shopper's page shows of one's own holds in its first picture.
import './holds.css'
export { BesideCard, StillHeld, StillHeldWords } from './OwnHolds.tsx'
