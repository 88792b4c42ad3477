/** What an event of the time line is about; each kind has a page of its own. */
export const EVENT_KINDS = ['programme', 'law', 'reaction', 'reporting'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** States whose law the site describes, by ISO 3166 code. */
export const COUNTRIES = ['kp', 'kr', 'us'] as const;
export type Country = (typeof COUNTRIES)[number];

/** How it stands with a law. */
export const LAW_STATUSES = ['in-force', 'struck-down', 'start-not-known', 'order'] as const;
export type LawStatus = (typeof LAW_STATUSES)[number];
