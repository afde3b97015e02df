// What the host's picture puts into the desk, in one piece.
import './media.css'
import './preflight.css'
export { SendingAround as Around } from './SendingAround.tsx'
export { PictureStage as Stage } from './PictureStage.tsx'
