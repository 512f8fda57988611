import { SignInError } from "../identity/faults";
import { strings } from "../strings";
import type { DraftFailed, FieldProblem, Problem } from "./types";

/** Why a call did not do what was asked: the server's problem details, what stood between us and it, or that nobody signed in. */
export type FailureKind = "problem" | "unreachable" | "aborted" | "signedOut";

/** The one error that leaves the API client. */
export class ApiError extends Error {
  readonly kind: FailureKind;
  readonly problem: Problem;

  constructor(kind: FailureKind, problem: Problem) {
    super(problem.detail || problem.title);
    this.name = "ApiError";
    this.kind = kind;
    this.problem = problem;
  }

  /** The handoff moved on since it was shown. */
  get stale(): boolean {
    return this.problem.status === 409 || this.problem.status === 412;
  }

  /** A newer draft has taken the place of the one that was shown. */
  get draftReplaced(): boolean {
    return this.problem.code === "draft-replaced";
  }

  get fieldProblems(): readonly FieldProblem[] {
    return this.problem.errors ?? [];
  }
}

/** What the pane says of a failure: what happened, what is safe, what to do. */
export interface Notice {
  readonly intent: "error" | "warning" | "info" | "success";
  readonly title: string;
  readonly body: string;
  /** The problem's code, for whoever is asked for help. */
  readonly code?: string;
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "title" in value && "status" in value;
}

/** Reads whatever an error answer held; a proxy's HTML page still ends as a problem with a clear sentence. */
export function toProblem(status: number, body: unknown): Problem {
  if (isProblem(body)) return body;
  return {
    type: "about:blank",
    title: strings.problems.unexpectedTitle(status),
    status,
    detail: strings.problems.unexpectedDetail,
    code: `http-${String(status)}`,
  };
}

export function unreachable(): ApiError {
  return new ApiError("unreachable", {
    type: "about:blank",
    title: strings.problems.unreachableTitle,
    status: 0,
    detail: strings.problems.unreachableDetail,
    code: "unreachable",
  });
}

export function aborted(): ApiError {
  return new ApiError("aborted", {
    type: "about:blank",
    title: strings.problems.stoppedTitle,
    status: 0,
    detail: strings.problems.stoppedDetail,
    code: "stopped",
  });
}

/** What the pane says of somebody who could not be signed in. */
export function noticeOfSignIn({ fault, code }: SignInError): Notice {
  return {
    intent: fault === "failed" ? "error" : "warning",
    ...strings.identity.faults[fault],
    code,
  };
}

function signedOut(error: SignInError): ApiError {
  const { title, body } = noticeOfSignIn(error);
  const problem = { type: "about:blank", title, status: 0, detail: body, code: error.code };
  return new ApiError("signedOut", problem);
}

/** Turns anything thrown into an ApiError. Our own bugs are rethrown: they are not the server's answer. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof SignInError) return signedOut(error);
  if (error instanceof DOMException && error.name === "AbortError") return aborted();
  // fetch reports a refused connection, a lost network and a blocked request alike as TypeError.
  if (error instanceof TypeError) return unreachable();
  throw error;
}

/** What the pane says of a draft that failed. */
export const noticeOfFailure = ({ title, detail, code }: DraftFailed["problem"]): Notice => ({
  intent: "error",
  title,
  body: detail,
  code,
});

/** The one place that maps a failure to words on the screen. */
export function describeFailure(error: ApiError): Notice {
  const { problem } = error;
  const words = strings.problems;
  if (error.kind === "unreachable")
    return { intent: "warning", title: words.unreachableTitle, body: words.unreachableDetail };
  if (error.kind === "aborted")
    return { intent: "info", title: words.stoppedTitle, body: words.stoppedDetail };
  const details = error.fieldProblems.map((field) => field.detail).join(" ");
  const body = [problem.detail, details, words.whatToDo(problem.status)].filter(Boolean).join(" ");
  return {
    intent: problem.status >= 500 ? "error" : "warning",
    title: problem.title,
    body,
    code: problem.code,
  };
}
