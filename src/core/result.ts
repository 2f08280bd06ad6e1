/** A failure we expect: where it is, what is wrong, and what to do about it. */
export interface Problem {
  readonly where: string;
  readonly what: string;
  readonly remedy: string;
}

/** Either a value or the problem that prevented it. */
export type Result<Value> =
  | { readonly kind: "ok"; readonly value: Value }
  | { readonly kind: "problem"; readonly problem: Problem };

/** A value, wrapped. */
export const ok = <Value>(value: Value): Result<Value> => ({ kind: "ok", value });

/** An expected failure, wrapped. */
export const fail = (problem: Problem): Result<never> => ({ kind: "problem", problem });

/** The problem as one line: place, what, remedy. */
export const describeProblem = ({ where, what, remedy }: Problem): string => `${where}: ${what} ${remedy}`.trim();
