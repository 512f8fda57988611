import { describe, expect, it } from "vitest";
import { authError, interactionRequired } from "../testing/msal";
import { needsPerson, signInError } from "./faults";

describe("why a sign-in failed", () => {
  it.each([
    [authError("user_cancelled"), "cancelled"],
    [authError("user_canceled"), "cancelled"],
    [authError("access_denied", "AADSTS65004: User declined to consent."), "cancelled"],
    [authError("popup_window_error"), "blocked"],
    [authError("empty_window_error"), "blocked"],
    [authError("no_network_connectivity"), "offline"],
    [authError("endpoints_resolution_error"), "offline"],
    [authError("post_request_failed"), "offline"],
    [authError("timed_out"), "timedOut"],
    [authError("invalid_grant", "AADSTS65001: not consented", "consent_required"), "consent"],
    [authError("server_error", "AADSTS90094: An administrator has to agree."), "consent"],
    [authError("invalid_grant", "", "consent_required"), "consent"],
    [authError("invalid_request", "AADSTS50020: not in the tenant"), "otherOrganisation"],
    [authError("invalid_grant", "AADSTS50105: not assigned to a role"), "notAssigned"],
    [authError("something_new"), "failed"],
  ])("is read from %s", (error, fault) => {
    expect(signInError(error).fault).toBe(fault);
  });

  it("keeps the number of Entra ID for whoever is asked for help", () => {
    expect(signInError(authError("invalid_grant", "AADSTS90123: odd")).code).toBe("AADSTS90123");
    expect(signInError(authError("odd_error")).code).toBe("odd_error");
  });

  it("leaves our own bugs alone", () => {
    const bug = new RangeError("ours");
    expect(() => signInError(bug)).toThrow(bug);
    expect(needsPerson(bug)).toBe(false);
  });

  it("is none where only the person is needed", () => {
    expect(needsPerson(interactionRequired())).toBe(true);
    expect(needsPerson(authError("no_account_found"))).toBe(true);
    expect(needsPerson(authError("no_network_connectivity"))).toBe(false);
  });
});
