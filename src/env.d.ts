declare namespace App {
  /** What every page and component knows of itself, from src/middleware.ts. */
  interface Locals {
    /** The language of the page. */
    language: import('./site.ts').Language;
    /** The words of the interface in this language. */
    t: import('./i18n/dictionary.ts').Dictionary;
    /** The sources that its text names, by id; a page with running text sets it. */
    sources?: ReadonlyMap<string, import('./site/source-numbers.ts').NumberedSource>;
  }
}
