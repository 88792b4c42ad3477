/** Facts of the whole site. The address comes from `site` in astro.config.mjs. */
export const site = {
  name: 'Lit Windows',
  /** Languages that have a folder in `content/`; the first stands at the root. */
  languages: ['en'],
  /** The organisation in content/data/organisations.json to which donors are sent. */
  programme: 'fdff',
  /** Of the texts and the data: CC BY 4.0. */
  licence: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

export type Language = (typeof site.languages)[number];

/** The language that stands at the root of the site. */
export const defaultLanguage: Language = site.languages[0];
