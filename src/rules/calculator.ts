/** The figure that holds the assumed number of readers for one device. */
export const READERS_FIGURE = 'fdff-readers-per-device';

/** Numbers of drives for which the page prints the estimate. */
export const TABLE_OF_DRIVES = [1, 5, 10, 25, 50, 100, 1000];

/**
 * Readers by estimate: drives multiplied by the assumed readers of one device. The
 * formula is that of the programme's staff; nobody has counted readers.
 */
export function estimateReaders(drives: number, readersPerDevice: number): number {
  return drives * readersPerDevice;
}

/** The number of drives in what a reader typed or an address holds; nothing where it is no such number. */
export function parseDrives(text: string | null): number | undefined {
  if (text === null || !/^\d{1,7}$/.test(text.trim())) return undefined;
  const drives = Number(text.trim());
  return drives >= 1 && drives <= 1_000_000 ? drives : undefined;
}
