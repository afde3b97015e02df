// What pins put into the desk, in one piece.
import './pins.css'
export { OverlayChip as Over } from './OverlayChip.tsx'
export { PinButton as Button } from './PinButton.tsx'
