import { setUpChromium } from '../chromium.ts';
import { testEditionIn } from './edition-in-browser.ts';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];
const chromium = (...args: string[]) => ({ executablePath: setUpChromium(), args: [...ARGS, ...args] });

testEditionIn('Chromium', chromium, () => chromium('--blink-settings=scriptEnabled=false'));
