import type { TokenSource } from "../api/client";
import type { Configuration, LocalToken } from "../api/types";
import { EntraTokens, type NeedListener } from "./entraTokens";
import { signInError } from "./faults";
import { LocalTokens } from "./localTokens";
import { tenantOf, type Asking, type Registration, type SignInWay } from "./way";

export interface IdentityServices {
  /** Gets a token of the local identity. */
  readonly issue: (personId: string) => Promise<LocalToken>;
  /** The way to Entra ID; opened when the server says that it signs people in there. */
  readonly open: (registration: Registration) => Promise<SignInWay>;
}

/** Who is signed in, and the tokens of it: the local identity until the server has said that it is Entra ID. */
export class Identity implements TokenSource {
  private readonly local: LocalTokens;
  private readonly open: IdentityServices["open"];
  private entra: EntraTokens | undefined;
  private listener: NeedListener = () => undefined;

  constructor({ issue, open }: IdentityServices) {
    this.local = new LocalTokens(issue);
    this.open = open;
  }

  private get tokens(): LocalTokens | EntraTokens {
    return this.entra ?? this.local;
  }

  /** Tells when a call begins to wait for the person. */
  onNeed(listener: NeedListener): void {
    this.listener = listener;
  }

  /** Signs in as a person of the local identity. */
  signInAs(personId: string): void {
    this.local.signIn(personId);
  }

  /** Goes to Entra ID. Whether somebody is signed in there without being asked. */
  async start({ clientId, authority, scope }: Configuration["identity"]): Promise<boolean> {
    if (!clientId || !authority || !scope)
      throw new Error("The server signs people in with Entra ID and does not say where.");
    try {
      this.entra ??= new EntraTokens(
        await this.open({ clientId, authority, scope }),
        tenantOf(authority),
        (need, atOnce) => this.listener(need, atOnce),
      );
    } catch (error) {
      throw signInError(error);
    }
    return this.entra.start();
  }

  /** Asks the person in a window; only just after they pressed something. */
  async signIn(asking: Asking): Promise<void> {
    await this.entra?.signIn(asking);
  }

  giveUp(): void {
    this.entra?.giveUp();
  }

  /** Whether the person signs out here; in Office they are signed in to Office. */
  get canSignOut(): boolean {
    return this.entra?.canSignOut === true;
  }

  async signOut(): Promise<void> {
    await this.entra?.signOut();
  }

  token(renew: boolean): Promise<string | undefined> {
    return this.tokens.token(renew);
  }

  signInAgain(): Promise<void> {
    return this.tokens.signInAgain();
  }

  needSignInAgain(): Promise<void> {
    return this.tokens.needSignInAgain();
  }
}
