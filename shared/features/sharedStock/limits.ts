// How many shows sell from one stock at most.
export const MOST_SHARING = 200
