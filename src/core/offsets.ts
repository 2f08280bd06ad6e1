declare const textBrand: unique symbol;
declare const fileBrand: unique symbol;

/** A position in a segment's text, in UTF-16 code units from its start. */
export type TextOffset = number & { readonly [textBrand]: true };

/** A position in a file's decoded text, in UTF-16 code units from its start. */
export type FileOffset = number & { readonly [fileBrand]: true };

/** Brands a number as a position in a segment's text. */
export const textOffset = (units: number): TextOffset => units as TextOffset;

/** Brands a number as a position in a file's decoded text. */
export const fileOffset = (units: number): FileOffset => units as FileOffset;
