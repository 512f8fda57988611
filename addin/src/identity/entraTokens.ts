import type { TokenSource } from "../api/client";
import { SignInError } from "./faults";
import type { AccessToken, Asking, SignInWay } from "./way";

/** Why a call waits for the person: the sign-in has run out, or the server wants one of just now (RFC 9470). */
export type Need = "expired" | "fresh";

/** `atOnce` where the person has just pressed something that says so: the window opens without another press. */
export type NeedListener = (need: Need, atOnce: boolean) => void;

/** A token that runs out within this time, in milliseconds, is renewed before it is used. */
const margin = 60_000;

interface Waiting {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: SignInError) => void;
}

function waiting(): Waiting {
  let resolve: Waiting["resolve"] = () => undefined;
  let reject: Waiting["reject"] = () => undefined;
  const promise = new Promise<void>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}

/**
 * Tokens of Entra ID, of one person of one organisation. A call that cannot have one without the person waits until they have signed in,
 * and goes on then; it fails where they do not want to.
 */
export class EntraTokens implements TokenSource {
  private held: AccessToken | undefined;
  private readonly pending = new Map<boolean, Promise<AccessToken | undefined>>();
  private waiting: Waiting | undefined;

  constructor(
    private readonly way: SignInWay,
    /** The one organisation that may sign in; undefined where the server decides between several. */
    private readonly tenant: string | undefined,
    /** Told when a call begins to wait for the person. */
    private readonly onNeed: NeedListener,
  ) {}

  get canSignOut(): boolean {
    return this.way.signOut !== undefined;
  }

  /** Whether somebody is signed in without being asked. */
  async start(): Promise<boolean> {
    return (await this.withoutPerson(false)) !== undefined;
  }

  async token(renew: boolean): Promise<string> {
    const token = this.usable(renew) ?? (await this.withoutPerson(renew));
    if (token) return token.value;
    await this.needed("expired");
    return this.token(false);
  }

  /** Asks the person in a window; only just after they pressed something. */
  async signIn(asking: Asking): Promise<void> {
    const token = await this.way.interactively(asking);
    // Somebody else may take over only where that was asked for.
    if (asking.another) this.held = undefined;
    const fault = this.faultOf(token);
    if (fault) throw new SignInError(fault, fault);
    this.held = token;
    this.waiting?.resolve();
    this.waiting = undefined;
  }

  signInAgain(): Promise<void> {
    return this.needed("fresh", true);
  }

  needSignInAgain(): Promise<void> {
    return this.needed("fresh");
  }

  /** The person does not want to: what waits fails. */
  giveUp(): void {
    this.waiting?.reject(new SignInError("cancelled", "given-up"));
    this.waiting = undefined;
  }

  async signOut(): Promise<void> {
    await this.way.signOut?.();
  }

  /** The token that is held, while it is good and no other one is asked for. */
  private usable(renew: boolean): AccessToken | undefined {
    const { held } = this;
    return !renew && held && held.expiresAt - margin > Date.now() ? held : undefined;
  }

  /** Calls at the same time share one question. A failed one is not remembered. */
  private withoutPerson(renew: boolean): Promise<AccessToken | undefined> {
    const asked =
      this.pending.get(renew) ?? this.fetched(renew).finally(() => this.pending.delete(renew));
    this.pending.set(renew, asked);
    return asked;
  }

  private async fetched(renew: boolean): Promise<AccessToken | undefined> {
    const token = await this.way.silently(renew);
    // The account of Office may have become another one meanwhile: then the person says who they are.
    if (!token || this.faultOf(token)) return undefined;
    this.held = token;
    return token;
  }

  private faultOf(token: AccessToken): "otherOrganisation" | "otherPerson" | undefined {
    if (this.tenant !== undefined && token.tenantId.toLowerCase() !== this.tenant)
      return "otherOrganisation";
    const { held } = this;
    return held && (held.personId !== token.personId || held.tenantId !== token.tenantId)
      ? "otherPerson"
      : undefined;
  }

  private needed(need: Need, atOnce = false): Promise<void> {
    const isNew = !this.waiting;
    this.waiting ??= waiting();
    const { promise } = this.waiting;
    if (isNew || atOnce) this.onNeed(need, atOnce);
    return promise;
  }
}
