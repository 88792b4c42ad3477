import { box, type DrawingLook, type Shape, type Sign } from './drawing-shapes.ts';

/* Signs that say what a step is about, in a box of one size: plain things, drawn by hand. */

export const SIGN_SIZE = { width: 72, height: 60 };

const line = (d: string): Shape => ({ look: 'plain', d });
/** A shape that is no rectangle has no hatching. */
const solid = (look: DrawingLook, d: string): Shape => ({ look: look === 'hatched' ? 'plain' : look, d });

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
    line('M18 42v10l10-10M30 20c0-7 11-7 11 0c0 5-6 5-6 10M35 34.5v1'),
  ],
  wiped: (look) => [
    ...box(look, 8, 34, 40, 20),
    line('M48 38h14v12h-14M22 24l9-18h16l-9 18zM27 15h16M6 28h10M4 22h10M8 16h10'),
  ],
  checked: (look) => [...box(look, 14, 8, 42, 44), line('M24 31l8 9 15-20')],
  packed: (look) => [...box(look, 8, 18, 54, 34), line('M8 18l8-10h38l8 10M22 30h26M22 37h26M22 44h16')],
  notetel: (look) => [
    line('M10 6h50v28h-50z'),
    ...box(look, 10, 34, 50, 14),
    line('M16 41h12M34 41h8M48 41h6'),
  ],
  tablet: (look) => [line('M6 8h58v42h-58z'), ...box(look, 13, 14, 44, 30)],
  phone: (look) => [line('M21 4h28v50h-28zM31 49h8'), ...box(look, 25, 9, 20, 35)],
} as const satisfies Record<string, (look: DrawingLook) => Shape[]>;

export type SignName = keyof typeof SIGNS;
export const SIGN_NAMES = Object.keys(SIGNS) as SignName[];

/** A sign by its name. */
export const signOf = (name: SignName, look: DrawingLook): Sign => ({
  ...SIGN_SIZE,
  shapes: SIGNS[name](look),
});
