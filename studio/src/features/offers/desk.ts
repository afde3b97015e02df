// What offers put into the desk, in one piece.
import './offers.css'
export { LapseAlert as Notice } from './LapseAlert.tsx'
export { OffersButton as Button } from './OffersButton.tsx'
export { OffersPanel as Under } from './OffersPanel.tsx'
