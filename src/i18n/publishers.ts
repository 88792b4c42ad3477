import type { Language } from '../site.ts';
import { readable } from './messages.ts';

/* Sources are told by the English name of their publisher; in another language by the name that it has there. */
const PUBLISHERS: Partial<Record<Language, Readonly<Record<string, string>>>> = {
  ko: await readable(import('./publishers/ko.json', { with: { type: 'json' } })),
};

/** What a publisher is called in a language; as in English where no other name of it is sure. */
export const publisherIn = (language: Language, name: string): string => PUBLISHERS[language]?.[name] ?? name;
