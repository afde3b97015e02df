// What was just done about a comment, and the way back.
import { useWords } from '../../words.ts'
import { useJudging } from './useJudging.ts'

export function UndoLine() {
  const { say } = useWords()
  const { undo } = useJudging()

  return (
    <div className="undo-place" role="status">
      {undo && (
        <p className="undo" data-testid="undo-line">
          <span>{say(undo.word, { name: undo.name })}</span>
          {undo.run && (
            <button className="btn" data-testid="undo" onClick={undo.run}>
              {say('talk.undo')}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
