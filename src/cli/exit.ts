/** Exit codes of every command. */
export const EXIT = { passed: 0, failed: 1, unjudged: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
