import type { TokenSource } from "../api/client";
import type { LocalToken } from "../api/types";

/**
 * Tokens of the local identity: the person is chosen on screen, the server issues the token. Kept in memory only. There is no password,
 * so a new token is all that signing in again can mean.
 */
export class LocalTokens implements TokenSource {
  private personId: string | undefined;
  private pending: Promise<LocalToken> | undefined;
  private readonly issue: (personId: string) => Promise<LocalToken>;

  constructor(issue: (personId: string) => Promise<LocalToken>) {
    this.issue = issue;
  }

  signIn(personId: string): void {
    this.personId = personId;
    this.pending = undefined;
  }

  async token(renew: boolean): Promise<string | undefined> {
    if (this.personId === undefined) return undefined;
    if (renew || !this.pending) this.pending = this.issue(this.personId);
    try {
      return (await this.pending).accessToken;
    } catch (error) {
      // A failed issue must not be remembered as the token.
      this.pending = undefined;
      throw error;
    }
  }

  async signInAgain(): Promise<void> {
    await this.token(true);
  }

  needSignInAgain(): Promise<void> {
    return this.signInAgain();
  }
}
