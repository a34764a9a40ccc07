import { answerReadRequest, type ReadRequest } from './formats/read-request.ts'

/**
 * The program of the reading child: takes one request, answers it, and ends. Like `main.ts` it joins rooms and may look
 * at the clock. It has no database and no network of its own, so a hostile file can only waste its time and memory.
 */
process.once('message', (request: ReadRequest) => {
  void answerReadRequest(request, () => performance.now())
    .then((answer) => process.send?.(answer, () => process.disconnect()))
    .catch((fault: unknown) => {
      console.error(fault)
      process.exitCode = 1
      process.disconnect()
    })
})
process.send?.('ready')
