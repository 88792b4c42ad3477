/* How a script of a page writes a count in words without the reader of messages: it gets each plural form. */

/** A text for each plural form of a language, `#` for the number: `{ one: '# result', other: '# results' }`. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>>;

/** The plural forms of a message with a count. */
export function pluralForms(message: (values: { count: number }) => string, locale: string): PluralForms {
  const rules = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  // Each form of each language has one of these.
  const samples = [...Array.from({ length: 200 }, (_, sample) => sample), 1_000_000, 0.5];
  const forms = rules.resolvedOptions().pluralCategories.map((form) => {
    const count = samples.find((sample) => rules.select(sample) === form) ?? 0;
    return [form, message({ count }).replace(number.format(count), '#')] as const;
  });
  return Object.fromEntries(forms);
}

/** A count in words: `1 result`, `1,200 results`. */
export function inPlural(forms: PluralForms, count: number, locale: string): string {
  const form = new Intl.PluralRules(locale).select(count);
  return (forms[form] ?? forms.other ?? '').replace('#', count.toLocaleString(locale));
}
