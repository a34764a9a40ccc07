/** A message that is to be sent: plain text. */
export interface WaitingMail {
  id: string
  recipient: string
  subject: string
  body: string
  createdAt: Date
  /** Address that ends the subscription it belongs to. */
  unsubscribe?: string
}
