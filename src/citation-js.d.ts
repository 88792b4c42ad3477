/* Citation.js is written in JavaScript and has no types of its own; these are of what is used here. */

declare module '@citation-js/core' {
  import type { CslItem } from './site/citations.ts';

  export class Cite {
    constructor(data: CslItem | string);
    /** The entries as CSL-JSON. */
    data: CslItem[];
    format(form: 'bibliography', options: { template: string; lang: string; format: 'text' }): string;
  }

  export const plugins: {
    config: {
      get(plugin: '@csl'): { styles: { add(name: string, xml: string): void } };
      get(plugin: '@bibtex'): {
        format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean };
      };
    };
    output: { format(form: 'bibtex' | 'ris', data: CslItem[]): string };
  };
}

declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
