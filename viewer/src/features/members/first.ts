// What the first picture shows of being a member.
export { HeldFact, MemberFact as Fact, MemberPoster as Poster } from './MemberLine.tsx'
