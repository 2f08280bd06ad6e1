/** Whether dark letters or light ones can be read. */
export type Background = "dark" | "light";

/** What the variable COLORFGBG says: the last of its numbers is the background, among sixteen colours. */
export function backgroundOf(colours: string | undefined): Background | undefined {
  const last = colours?.split(";").at(-1);
  if (last === undefined || !/^\d+$/u.test(last)) return undefined;
  return Number(last) === 7 || Number(last) > 8 ? "light" : "dark";
}

const QUESTION = "\u001b]11;?\u0007";
/** Every terminal answers this one, so that nobody waits for those that do not know the other. */
const WHO_ARE_YOU = "\u001b[c";
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals answer in escape sequences
const COLOUR = /\u001b\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})[^\u0007\u001b]*(?:\u0007|\u001b\\)/iu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const IDENTITY = /\u001b\[\?[\d;]*c/u;

const share = (digits: string): number => Number.parseInt(digits, 16) / (16 ** digits.length - 1);

/** What a terminal answered: its background, and the keys that were struck meanwhile. */
export function readAnswer(input: string): { readonly background: Background | undefined; readonly rest: string } {
  const [whole, red = "0", green = "0", blue = "0"] = COLOUR.exec(input) ?? [];
  const rest = input.replace(COLOUR, "").replace(IDENTITY, "");
  if (whole === undefined) return { background: undefined, rest };
  const lightness = 0.2126 * share(red) + 0.7152 * share(green) + 0.0722 * share(blue);
  return { background: lightness > 0.5 ? "light" : "dark", rest };
}

/** The two ends of a terminal. */
export interface Wires {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/** Asks the terminal for its background and waits for the answer, but not long. Expects raw mode. */
export function askBackground({ stdin, stdout }: Wires, patienceInMs: number): Promise<ReturnType<typeof readAnswer>> {
  return new Promise((resolve) => {
    let input = "";
    const finish = (): void => {
      clearTimeout(timer);
      stdin.off("data", listen);
      resolve(readAnswer(input));
    };
    const listen = (chunk: string | Buffer): void => {
      input += chunk.toString();
      if (IDENTITY.test(input)) finish();
    };
    const timer = setTimeout(finish, patienceInMs);
    stdin.on("data", listen);
    stdout.write(QUESTION + WHO_ARE_YOU);
  });
}
