import type { FC } from 'hono/jsx'
import type { CommitmentFlag } from '../../books/cooperation/commitment-tests.ts'
import type { CommitmentView } from '../../books/cooperation/commitment-view.ts'
import { strengths, type Strength } from '../../books/cooperation/strength.ts'
import { link, type Frame } from '../frame.ts'
import { Picked } from '../parts/picked.tsx'
import { Status } from '../parts/status.tsx'
import { Warn } from '../parts/warn.tsx'
import { cooperationPath, lightShapes, statusShapes } from './cooperation-words.ts'
import { Partners } from './names.tsx'

/** Commitments as rows: what was promised by whom, how strongly, and where it stands. A fault that all share is said above the list. */
export const CommitmentItems: FC<{ commitments: readonly CommitmentView[]; frame: Frame; saidAbove?: readonly CommitmentFlag[] }> = ({
  commitments,
  frame,
  saidAbove = [],
}) => (
  <ol class="coms">
    {commitments.map((commitment) => (
      <Item commitment={commitment} frame={frame} saidAbove={saidAbove} />
    ))}
  </ol>
)

const Item: FC<{ commitment: CommitmentView; frame: Frame; saidAbove: readonly CommitmentFlag[] }> = ({ commitment, frame, saidAbove }) => {
  const { words } = frame
  const { number, content, by, status, light, flags } = commitment
  return (
    <li id={`commitment-${number}`}>
      <span class="no">{number}</span>
      <div>
        <h3>
          <a href={link(frame, cooperationPath('commitments', number))}>
            <Picked text={content.title} words={words} />
          </a>
        </h3>
        <p class="fine">
          <Partners partners={by} frame={frame} /> · {words.t('cooperation.verb', { verb: content.marker })}
        </p>
      </div>
      <div>
        <Rung strength={content.strength} words={words} />
      </div>
      <div>
        <Status kind={statusShapes[status]} words={words.t(`cooperation.status_${status}`)} />
        <p class="fine">
          <Status kind={lightShapes[light.light]} words={words.t(`cooperation.light_${light.light}`)} />
        </p>
        {flags
          .filter((flag) => !saidAbove.includes(flag))
          .map((flag) => (
            <Warn>{words.t(`cooperation.flag_${flag}`)}</Warn>
          ))}
      </div>
    </li>
  )
}

/** The step of the ladder that the verb reaches. */
export const Rung: FC<{ strength: Strength; words: Frame['words'] }> = ({ strength, words }) => {
  const step = strengths.indexOf(strength)
  return (
    <>
      <span class="rung" aria-hidden="true">
        {strengths.map((_, at) => (
          <i class={at <= step ? 'up' : undefined} />
        ))}
      </span>
      <span class="rw">
        {words.t(`cooperation.strength_${strength}`)}
        <span class="hidden">, {words.t('cooperation.step', { step: step + 1, of: strengths.length })}</span>
      </span>
    </>
  )
}

/** Flags that every one of several commitments has. */
export const sharedFlags = (commitments: readonly CommitmentView[]): CommitmentFlag[] =>
  commitments.length < 2 ? [] : (commitments[0]?.flags ?? []).filter((flag) => commitments.every(({ flags }) => flags.includes(flag)))
