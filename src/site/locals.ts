import { words } from '../i18n/dictionary.ts';
import { languageOf } from '../rules/addresses.ts';

/** What the page at an address knows of itself: its language, and the words of it. */
export function localsOf(address: string): App.Locals {
  const language = languageOf(address);
  return { language, t: words(language) };
}
