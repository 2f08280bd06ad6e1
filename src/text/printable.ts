// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** Text that can be shown in a terminal: controls, escape sequences and direction overrides become visible symbols. */
export const printable = (text: string): string =>
  text.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : "\ufffd";
  });

/** Printable text on one line: every stretch of white space becomes one space. */
export const oneLine = (text: string): string => printable(text.replace(/\s+/gu, " ").trim());
