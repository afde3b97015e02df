// What the first picture shows of being a member.
export { HeldFact, MemberFact as Fact, MemberLive as Live, MemberPoster as Poster } from './MemberLine.tsx'
