import { box, type DrawingLook, type Shape, type Sign } from './drawing-shapes.ts';

/* Signs that say what a step is about, in a box of one size: plain things, drawn by hand. */

export const SIGN_SIZE = { width: 72, height: 60 };

const line = (d: string): Shape => ({ look: 'plain', d });
/** A shape that is no rectangle has no hatching. */
const solid = (look: DrawingLook, d: string): Shape => ({ look: look === 'hatched' ? 'plain' : look, d });

/** Lines over a shape; from hatching a rim of paper sets them off. */
const over = (look: DrawingLook, d: string): Shape[] =>
  look === 'hatched' ? [{ look: 'halo', d }, line(d)] : [line(d)];

/** Each sign in a look, which its main part takes. */
const SIGNS = {
  drive: (look) => [...box(look, 8, 20, 40, 22), line('M48 25h14v12h-14M53 29h4M53 33h4')],
  crate: (look) => [...box(look, 10, 22, 48, 30), line('M10 22l8-10h32l8 10M34 12v10M26 34h16')],
  laden: (look) => [
    line('M8 8h52v36h-52zM4 51h60'),
    ...box(look, 38, 18, 12, 16),
    ...box('plain', 18, 18, 12, 16),
  ],
  carriers: (look) => [
    solid(look, 'M2 14a10 10 0 1 0 20 0a10 10 0 1 0-20 0M32 52v-22l4-6v-8h6v8l4 6v22z'),
    line('M12 24v20M8 44h8v8h-8z'),
    ...box(look, 53, 30, 17, 14),
    line('M50 44h22M53 49.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M65 49.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0'),
  ],
  place: (look) => box(look, 14, 10, 40, 40),
  screen: (look) => [...box(look, 8, 8, 54, 36), line('M28 51h14')],
  question: (look) => [
    ...box(look, 8, 8, 54, 34),
    line('M18 42v10l10-10'),
    ...over(look, 'M30 20c0-7 11-7 11 0c0 5-6 5-6 10M35 34.5v1'),
  ],
  wiped: (look) => [
    ...box(look, 8, 34, 40, 20),
    line('M48 38h14v12h-14M22 24l9-18h16l-9 18zM27 15h16M6 28h10M4 22h10M8 16h10'),
  ],
  packed: (look) => [...box(look, 8, 18, 54, 34), line('M8 18l8-10h38l8 10M22 30h26M22 37h26M22 44h16')],
  notetel: (look) => [
    line('M10 6h50v28h-50z'),
    ...box(look, 10, 34, 50, 14),
    line('M16 41h12M34 41h8M48 41h6'),
  ],
  tablet: (look) => [line('M6 8h58v42h-58z'), ...box(look, 13, 14, 44, 30)],
  phone: (look) => [line('M21 4h28v50h-28zM31 49h8'), ...box(look, 25, 9, 20, 35)],
} as const satisfies Record<string, (look: DrawingLook) => Shape[]>;

/** Things that stand in a window, which takes the look. */
const IN_WINDOW = {
  film: 'M20 29a16 16 0 1 0 32 0a16 16 0 1 0-32 0M33 20a3 3 0 1 0 6 0a3 3 0 1 0-6 0M33 38a3 3 0 1 0 6 0a3 3 0 1 0-6 0M24 29a3 3 0 1 0 6 0a3 3 0 1 0-6 0M42 29a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
  camera: 'M18 20h24v19h-24zM42 27l11-6v17l-11-6zM23 25h5',
  newspaper: 'M22 11h28v37h-28zM27 17h18M27 23h18M27 29h8v8h-8zM39 30h6M39 36h6M27 42h18',
  globe:
    'M19 29a17 17 0 1 0 34 0a17 17 0 1 0-34 0M36 12a8 17 0 1 0 0 34a8 17 0 1 0 0-34M19 29h34M21.5 20h29M21.5 38h29',
  letters: 'M17 42l9-26l9 26M20.5 33h11M53 28v14M53 35a6.5 7 0 1 0-13 0a6.5 7 0 1 0 13 0',
  shop: 'M18 24l4-10h28l4 10zM18 24a4.5 5 0 0 0 9 0a4.5 5 0 0 0 9 0a4.5 5 0 0 0 9 0a4.5 5 0 0 0 9 0M21 31v17h30v-17M31 48v-11h10v11',
  town: 'M19 48v-24h11M30 48v-34h12v34M42 30h11v18M16 48h40M34 20h4M34 26h4M34 32h4M23 30h3M23 36h3M46 36h3',
  hourglass:
    'M24 12h24M24 47h24M27 12c0 10 9 11 9 17.5c0 6.5-9 7.5-9 17.5M45 12c0 10-9 11-9 17.5c0 6.5 9 7.5 9 17.5',
  scales: 'M36 12v34M28 46h16M21 18h30M21 18l-5 14h10zM51 18l-5 14h10z',
  radio: 'M18 24h36v22h-36zM24 24l20-12M22 35a6 6 0 1 0 12 0a6 6 0 1 0-12 0M40 31h9M40 37h9',
  book: 'M36 18c-6-4-12-4-18-2v28c6-2 12-2 18 2c6-4 12-4 18-2v-28c-6-2-12-2-18 2zM36 18v28',
} as const;

type SignName = keyof typeof SIGNS | keyof typeof IN_WINDOW;
export const SIGN_NAMES = [...Object.keys(SIGNS), ...Object.keys(IN_WINDOW)] as SignName[];
const isInWindow = (name: SignName): name is keyof typeof IN_WINDOW => name in IN_WINDOW;

/** A sign by its name. */
export const signOf = (name: SignName, look: DrawingLook): Sign => ({
  ...SIGN_SIZE,
  shapes: isInWindow(name) ? [...box(look, 1, 1, 70, 57), ...over(look, IN_WINDOW[name])] : SIGNS[name](look),
});
