import { userInfo } from 'node:os'

/** The account that runs the program, for the history: its name, or its number where it has none, as in a container. */
export function operatorName(account: () => { username: string } = userInfo): string {
  try {
    return account().username
  } catch {
    return String(process.getuid?.())
  }
}
