/**
 * A word for a filter or an id: lower case, digits and hyphens; letters of every script
 * stay, without the accents of Latin ones.
 */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
