/** Quotation marks that open, each with the one that closes. */
const PAIRS: Readonly<Partial<Record<string, string>>> = { '“': '”', '「': '」' };
const OPENING = /[“「]/;

/**
 * Parts of one sentence in which a quotation inside a quotation of the same marks has single
 * ones: `“‘Scum’ and ‘enemy zero’, says the North”`.
 */
export function withInnerQuotes(parts: readonly string[]): readonly string[] {
  if (!parts.some((part) => OPENING.test(part))) return parts;
  const open: { close: string; isInner: boolean }[] = [];
  return parts.map((part) =>
    part.replace(/[“”「」]/gu, (mark) => {
      const close = PAIRS[mark];
      if (close !== undefined) {
        const isInner = open.some((outer) => outer.close === close);
        open.push({ close, isInner });
        return isInner ? '‘' : mark;
      }
      if (open.at(-1)?.close !== mark) return mark;
      return open.pop()?.isInner ? '’' : mark;
    }),
  );
}
