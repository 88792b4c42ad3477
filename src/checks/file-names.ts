/*
 * Names of files that programs leave behind, and names that some computers cannot keep.
 */

/** Files of systems, editors and synchronisers: never content, and no editor can always avoid them. */
const LEFT_BEHIND =
  /^(?:\.DS_Store|\.localized|\._.*|\.AppleDouble|\.Spotlight-V100|\.Trashes|\.fseventsd|\.TemporaryItems|\.DocumentRevisions-V100|__MACOSX|Icon\r|Thumbs\.db(?::encryptable)?|ehthumbs(?:_vista)?\.db|desktop\.ini|\$RECYCLE\.BIN|System Volume Information|\.directory|\.Trash-.*|\.fuse_hidden.*|\.nfs.*|\.goutputstream-.*|\.dropbox(?:\.attr|\.cache)?|\.sync(?:thing)?\..*|\.stfolder|\.~lock\..*#?|~\$.*|\.#.*|#.*#|.*~|.*\.sw[a-p]|.*\.un~|4913|.*\.(?:bak|orig|rej|tmp|temp|old|crdownload|part|partial|save|autosave|lock|kate-swp)|.*\.tmp\.\d+.*|.*_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+\.\w+)$/i;

/** Whether a program left the file, so that check, build and preview pass it over. */
export const isLeftBehind = (name: string): boolean => LEFT_BEHIND.test(name);

/** Whether a file or folder of this path, or one that it lies in, was left behind. */
export const liesLeftBehind = (path: string): boolean => path.split(/[/\\]/).some(isLeftBehind);

/** How systems name a copy of a file. */
export const COPY =
  /(?:\s\(\d+\)|\s-\s(?:copy|kopie|copie|copia|복사본)(?:\s\(\d+\))?|\s(?:copy|kopie|복사본)(?:\s\d+)?|\s\d|_conflict\S*|\s\([^)]*(?:conflict|konflikt)[^)]*\)|\.sync-conflict-\S*)(?=\.\w+$|$)/i;

const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const LONGEST_NAME = 100;
const LONGEST_PATH = 200;

/** Words that JavaScript gives to every object. */
const TAKEN = new Set(['constructor', 'prototype', '__proto__', 'tostring', 'valueof', 'hasownproperty']);

/** Why a name cannot become a file or an address; nothing where it can. */
export function nameFault(name: string): string | undefined {
  if (RESERVED.test(name))
    return 'Windows keeps this name for itself, so nobody could open the project there. Choose another.';
  if (TAKEN.has(name)) return 'This word has a meaning of its own in programs. Choose another.';
  return name.length > LONGEST_NAME
    ? `The name has ${name.length} signs; ${LONGEST_NAME} are the most. Make it shorter.`
    : undefined;
}

/** What is wrong with the path of a file, by its parts. */
export function pathFault(path: string): string | undefined {
  const [fault] = path
    .split('/')
    .flatMap((name) => nameFault(name.replace(/\.\w+$/, '')) ?? nameFault(name) ?? []);
  if (fault !== undefined) return fault;
  return path.length > LONGEST_PATH
    ? `The path has ${path.length} signs; ${LONGEST_PATH} are the most. Make its names shorter.`
    : undefined;
}
