/**
 * Whether an address is a placeholder: its host ends in `.example`, which nobody can own (RFC 2606).
 * @param address of a page, or for mail
 */
export const isPlaceholder = (address: string): boolean => /\.example(?:[:/]|$)/.test(address);

/** What `/.well-known/security.txt` says. */
interface SecurityContact {
  /** Address of the site, with its last slash. */
  base: string;
  mail: string;
  /** Path of the public key. */
  key: string;
  /** The last day on which the file holds, as YYYY-MM-DD. */
  expires: string;
  languages: readonly string[];
}

/** The file by which those who find a hole learn whom to tell (RFC 9116). While the mail is a placeholder, it leads to the page on safety. */
export function securityText({ base, mail, key, expires, languages }: SecurityContact): string {
  const at = (path: string) => new URL(path, base).href;
  const contact = isPlaceholder(mail)
    ? [`Contact: ${at('/safety/')}`]
    : [`Contact: mailto:${mail}`, `Encryption: ${at(key)}`];
  return [
    ...contact,
    `Expires: ${expires}T23:59:59Z`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${at('/.well-known/security.txt')}`,
    `Policy: ${at('/safety/')}`,
    '',
  ].join('\n');
}
