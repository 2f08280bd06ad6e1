/** A number with thousands set apart. */
export const number = (value: number): string => value.toLocaleString("en-US");

/** A number and its noun, in the plural where it must be. */
export const counted = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
