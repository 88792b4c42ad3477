import type { APIRoute } from 'astro';
import sharp from 'sharp';
import wordmark from '../assets/wordmark.svg?raw';
import { getOneSeries, getSeriesFigures } from '../site/content.ts';
import { windowField, windowPath } from '../rules/window-field.ts';

const [WIDTH, HEIGHT, MARGIN, COLUMNS] = [1200, 630, 60, 27];
const CELL = { width: 40, height: 52 };

/** The picture that a link to the site is shown with: the field of windows and the name, as outlines. */
export const GET: APIRoute = async () => {
  const { agreed, disputed } = windowField(await getSeriesFigures(await getOneSeries('windows')));
  const name = /d="([^"]+)"/.exec(wordmark)?.[1] ?? '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#0d1220"/>
    <g transform="translate(${MARGIN} 250)" stroke="#ece7dd">
      <path d="${windowPath(0, agreed, COLUMNS, CELL, 6)}" fill="#f0b429" stroke="none"/>
      <path d="${windowPath(agreed, agreed + disputed, COLUMNS, CELL, 6)}" fill="none" stroke-dasharray="3 4"/>
    </g>
    <path transform="translate(${MARGIN} 170) scale(0.065)" d="${name}" fill="#ece7dd"/>
  </svg>`;
  const png = await sharp(Buffer.from(svg)).png({ palette: true, compressionLevel: 9 }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
