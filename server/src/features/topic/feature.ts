// What the server does for topics: a kind of activity that is entered in viewers' own words.
export * as contract from '@lantern/shared/features/topic/contract.ts'
export { erasures, migrations } from './tables.ts'
export { readings } from './readings.ts'
export { TOPIC as activity } from './rules.ts'
import { answerTopic, makeTopic, markTopicAnswer, readTopicAnswers } from './commands.ts'
import { markAnswer } from './markAnswer.ts'
import { readAnswers } from './readAnswers.ts'
import { readSilenced } from './readSilenced.ts'

export const jobs = [markAnswer, readAnswers, readSilenced]

export const handlers = {
  'topic:make': makeTopic,
  'topic:answer': answerTopic,
  'topic:answers': readTopicAnswers,
  'topic:mark': markTopicAnswer,
}
