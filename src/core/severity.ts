/** Severities of MQM with their penalty points, from harmless to grave. Source: MQM Core scoring, https://themqm.org. */
export const SEVERITY_POINTS = { neutral: 0, minor: 1, major: 5, critical: 25 } as const;

export type Severity = keyof typeof SEVERITY_POINTS;

/** All severities, from harmless to grave. */
export const SEVERITIES = ["neutral", "minor", "major", "critical"] as const satisfies readonly Severity[];

/** Whether `severity` is as grave as `threshold` or graver. */
export const reaches = (severity: Severity, threshold: Severity): boolean =>
  SEVERITY_POINTS[severity] >= SEVERITY_POINTS[threshold];
