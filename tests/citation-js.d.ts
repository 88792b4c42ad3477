/* What the tests use of Citation.js besides. */

declare module '@citation-js/core' {
  import type { CslItem } from '../src/site/citations.ts';

  interface Config {
    get(plugin: '@csl'): { styles: { add(name: string, xml: string): void } };
  }

  export class Cite {
    constructor(data: CslItem | string);
    /** The entries as CSL-JSON. */
    data: CslItem[];
    format(form: 'bibliography', options: { template: string; lang: string; format: 'text' }): string;
  }
}

declare module '@citation-js/plugin-csl';
