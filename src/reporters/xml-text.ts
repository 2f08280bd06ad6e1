const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

// What XML 1.0 has no way to write, and what it can write but a terminal or an attribute would change.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Surrogate}\ufffe\uffff]/gu;
const DELICATE = /[&<>"'\t\n\r\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Text for an element or an attribute. What XML 1.0 cannot hold becomes a visible symbol; all else is read back as it was. */
export const xmlText = (text: string): string =>
  text
    .replace(FORBIDDEN, (character) => {
      const code = character.charCodeAt(0);
      return code < 0x20 ? String.fromCodePoint(0x2400 + code) : "\ufffd";
    })
    .replace(DELICATE, (character) => REFERENCES[character] ?? `&#${character.charCodeAt(0)};`);

/** A start tag's name and attributes, in the order given. */
export const xmlTag = (name: string, attributes: Readonly<Record<string, string | number>>): string =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${xmlText(String(value))}"`)].join(" ");
