/** The attribute for a role of digital publishing, which the types of Astro do not know. */
export const roleOf = (role: 'doc-noteref' | 'doc-footnote' | 'doc-backlink'): Record<string, string> => ({
  role,
});
