// What the shopper's page shows of polls in its first picture.
import './poll.css'
export { PollCard } from './PollCard.tsx'
