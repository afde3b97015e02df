// The kind of the play that a part stands in, for its test ids.
import { createContext } from 'react'

export const KindContext = createContext('play')
