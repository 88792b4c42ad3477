const REGISTER = '--tw-(?:border-style|leading|font-weight)';
const PARTS: readonly RegExp[] = [
  /@layer properties\{.*?\}\}\}/s,
  /@property --tw-[^}]*\}/g,
  /border(?:-[a-z]+)*-style:var\(--tw-border-style\);?/g,
  new RegExp(`${REGISTER}:[^;}]*;?`, 'g'),
];

/**
 * A sheet without the registers through which Tailwind lets one class tell another of a kind of border,
 * a weight or a leading: borders are solid where no class says otherwise, and nothing reads the rest.
 * A sheet that uses any other register stays as it is.
 */
export function plainSheet(css: string): string {
  const plain = PARTS.reduce((text, part) => text.replace(part, ''), css);
  return plain.includes('--tw-') ? css : plain;
}
