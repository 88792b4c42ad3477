/**
 * A path as the site writes it, with slashes, whatever its system puts between folders.
 * @param separator that of the system, as `sep` of `node:path`: on Linux a backslash is a letter of a name
 */
export const posixPath = (path: string, separator: string): string => path.split(separator).join('/');
