/** The ISO 639 code of a language tag (`en-US`, `eng`, `EN_gb`), or undefined where it names no language. */
export function languageCode(tag: string | undefined): string | undefined {
  const cleaned = tag?.trim().replaceAll("_", "-") ?? "";
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/iu.test(cleaned)) return undefined;
  try {
    const { language } = new Intl.Locale(cleaned);
    return language === "und" ? undefined : language;
  } catch {
    return undefined;
  }
}
