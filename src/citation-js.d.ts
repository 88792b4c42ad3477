/* Citation.js is written in JavaScript and has no types of its own; these are of what is used here. */

declare module '@citation-js/core' {
  import type { CslItem } from './site/citations.ts';

  interface Config {
    get(plugin: '@bibtex'): { format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean } };
  }

  export const plugins: {
    config: Config;
    output: { format(form: 'bibtex' | 'ris', data: CslItem[]): string };
  };
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
