/** A pair of a glossary: what a term of the source must be called, and what it must not. */
export interface GlossaryTerm {
  /** Null where the pair only forbids. */
  readonly source: string | null;
  /** Best first. */
  readonly target: readonly string[];
  readonly forbidden: readonly string[];
  readonly matchCase: boolean;
  readonly note: string;
}

/** A term that stays as it is, and what machine translation makes of it. */
export interface ProtectedTerm {
  readonly term: string;
  readonly renderings: readonly string[];
}

/** The terms that a client has laid down. */
export interface Terms {
  readonly glossary: readonly GlossaryTerm[];
  readonly doNotTranslate: readonly ProtectedTerm[];
}

/** No terms. */
export const NO_TERMS: Terms = { glossary: [], doNotTranslate: [] };
