import type { Language } from '../site.ts';
import { en, type Dictionary } from './en.ts';

const dictionaries: Record<Language, Dictionary> = { en };

/** The words of the interface in one language. */
export const words = (language: Language): Dictionary => dictionaries[language];
