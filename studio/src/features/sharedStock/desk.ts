// What shared stock puts into the desk, in one piece.
import './sharedStock.css'
export { SharedStockButton as Button } from './SharedStockButton.tsx'
export { SharedStockPanel as Under } from './SharedStockPanel.tsx'
