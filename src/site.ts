/** Facts of the whole site. */
export const site = {
  name: 'Lit Windows',
  /** Where it stands unless SITE_URL says otherwise; a placeholder until it is public. */
  address: 'https://lit-windows.example',
  /** Languages that have a folder in `content/`; the first stands at the root. */
  languages: ['en', 'ko'],
  /** The organisation in content/data/organisations.json to which donors are sent. */
  programme: 'fdff',
  /** Of the texts and the data: CC BY 4.0. */
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  /** To whom readers, groups and the press write. An address that ends in `.example` is a placeholder, and not shown. */
  contact: {
    mail: 'contact@lit-windows.example',
    /** The public key for letters that others must not read, a file in `public/`. */
    key: '/contact-key.txt',
    /** Within how many days a letter is answered. */
    answerDays: 5,
  },
  /** The last day on which /.well-known/security.txt holds; less than a year ahead. */
  securityExpires: '2027-10-31',
  /** The day on which a second person last read all texts against “What never to publish”; empty until then. */
  reviewed: '',
  /** Who signs the checksums: a public key of minisign, or of SSH as in `ssh-ed25519 AAAA…`; empty until there is one. */
  signingKey: '' as string,
  /** Other hosts of the same site, each with the day on which `npm run verify` last found it whole. */
  mirrors: [] as readonly Mirror[],
  /** The same site as an onion service, which Tor Browser then offers; none until it is named. */
  onion: undefined as Mirror | undefined,
} as const;

/** A further host of the site. */
export interface Mirror {
  /** As in `https://mirror.example/`, without a path. */
  address: string;
  /** YYYY-MM-DD */
  checked: string;
}

export type Language = (typeof site.languages)[number];

/** The language that stands at the root of the site. */
export const defaultLanguage: Language = site.languages[0];
