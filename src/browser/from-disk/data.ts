/*
 * Data for pages that are opened from a disk: there browsers load no JSON, but scripts. A
 * file of data is a script that hands its value over by name.
 */

declare global {
  /** Called by the files of data. */
  var litWindowsData: (name: string, value: unknown) => void;
}

/** The folder of the edition: this script stands in a folder of it. */
export const root = new URL('../', (document.currentScript as HTMLScriptElement).src);

const waiting = new Map<string, (value: unknown) => void>();
globalThis.litWindowsData = (name, value) => waiting.get(name)?.(value);

/**
 * Loads a file of data.
 * @param name its path within the edition, without its ending
 * @throws where it cannot be loaded
 */
export function loadData<Value>(name: string): Promise<Value> {
  return new Promise((resolve, reject) => {
    waiting.set(name, (value) => resolve(value as Value));
    const script = Object.assign(document.createElement('script'), { src: new URL(`${name}.js`, root).href });
    script.addEventListener('error', () => reject(new Error(name)));
    script.addEventListener('load', () => script.remove());
    document.head.append(script);
  });
}
