import type { Intent } from "../review/intents.ts";
import type { ModeKind } from "../review/mode.ts";
import type { Situation } from "../review/situation.ts";

/** What keys do: where, when the footer shows them, and what they ask for. Other keys may be given to it by its name. */
export interface Binding {
  readonly action: string;
  readonly names: readonly string[];
  readonly does: string;
  readonly modes: readonly ModeKind[];
  readonly isShown: (situation: Situation) => boolean;
  /** An action that the footer shows together with this one, and what the two do. */
  readonly pair: { readonly with: string; readonly does: string } | undefined;
  readonly intent: (situation: Situation, name: string) => Intent;
}

type Given = Pick<Binding, "action" | "names" | "does" | "intent"> & Partial<Pick<Binding, "isShown" | "pair">>;

/** Bindings of some modes; a key is shown wherever it works unless something else is said. */
export const bindings = (modes: readonly ModeKind[], given: readonly Given[]): readonly Binding[] =>
  given.map((each) => ({ isShown: always, pair: undefined, modes, ...each }));

export const always = (): boolean => true;
export const never = (): boolean => false;
export const hasFinding = ({ current }: Situation): boolean => current !== undefined;
