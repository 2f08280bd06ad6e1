import { SaxesParser } from "saxes";

/** An element with its attributes and the text straight in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The elements of an XML document in the order in which they end; throws where it is not well-formed. */
export function xmlElements(xml: string): readonly XmlElement[] {
  const open: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const closed: XmlElement[] = [];
  const parser = new SaxesParser({});
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    open.push({ name, attributes: { ...attributes }, text: "" });
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on("closetag", () => {
    const last = open.pop();
    if (last !== undefined) closed.push(last);
  });
  parser.write(xml).close();
  return closed;
}

/** A text as XML 1.0 can hold it: what it cannot becomes a visible symbol. */
export const asXml = (text: string): string =>
  [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x20 && !"\t\n\r".includes(character)) return String.fromCodePoint(0x2400 + code);
      return (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff ? "\ufffd" : character;
    })
    .join("");
