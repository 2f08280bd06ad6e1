// Valid in JSON, but obeyed by terminals (C1 controls), hiding the order of text (direction), or taken for the end of a line.
const UNSAFE = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** JSON in which every control character is escaped. `keys` are the properties to write, in this order. */
export const jsonText = (value: unknown, keys: readonly string[] | undefined, indent: number): string =>
  JSON.stringify(value, keys === undefined ? null : [...keys], indent).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
