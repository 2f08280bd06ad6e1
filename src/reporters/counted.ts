const format = new Intl.NumberFormat("en-US");

/** A number with thousands set apart. */
export const number = (value: number): string =>
  Number.isInteger(value) && value < 1000 ? String(value) : format.format(value);

/** A number and its noun, in the plural where it must be. */
export const counted = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
