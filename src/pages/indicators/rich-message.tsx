import type { Child, FC } from 'hono/jsx'
import type { MessageArguments, MessageKey, Words } from '../words.ts'

interface RichMessageProps {
  words: Words
  message: MessageKey
  /** Arguments that are elements: numbers that open. */
  parts: Readonly<Record<string, Child>>
  /** Arguments that are plain text, and numbers that choose a plural. */
  plain?: MessageArguments
}

/** Private-use characters stand for the elements while the message is put together: no text has them. */
const [open, close] = ['\uE000', '\uE001']

/** A message with elements among its words: "15 in 2018 already meets the target of 20", every number opening. */
export const RichMessage: FC<RichMessageProps> = ({ words, message, parts, plain = {} }) => {
  const marked = Object.fromEntries(Object.keys(parts).map((name) => [name, `${open}${name}${close}`]))
  const text = words.t(message, { ...plain, ...marked })
  return (
    <>
      {text
        .split(open)
        .flatMap((piece, at) =>
          at === 0 ? [piece] : [parts[piece.slice(0, piece.indexOf(close))], piece.slice(piece.indexOf(close) + 1)],
        )}
    </>
  )
}
