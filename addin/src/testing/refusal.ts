import type { FieldProblem, Problem } from "../api/types";

/** What the fake server answers in the place of what was asked. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

export function refuse(
  status: number,
  code: string,
  title: string,
  detail: string,
  errors?: FieldProblem[],
): never {
  throw new Refusal({
    type: `https://handoffoffice.dev/problems/${code}`,
    title,
    status,
    detail,
    code,
    errors,
  });
}

export const json = (body: unknown, status = 200, type = "application/json") =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": type } });
