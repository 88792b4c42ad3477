import { NIGHT_COLOURS } from './tokens.ts';

const { paper, ink, lit } = NIGHT_COLOURS;

/** The icon: the mark of the site, at night, as SVG. */
export const icon = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
  `<path fill="${paper}" d="M0 0h32v32H0z"/>`,
  `<path fill="none" stroke="${ink}" stroke-width="1.5" d="M6 5h8v6H6zM18 5h8v6h-8zM6 13h8v6H6zM6 21h8v6H6zM18 21h8v6h-8z"/>`,
  `<path fill="${lit}" d="M17.250 12.250h9.500v7.500h-9.500z"/>`,
  '</svg>',
].join('');
