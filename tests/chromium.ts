import { existsSync } from 'node:fs';
import { installWithApt } from './programs.ts';

const PLACES = [
  process.env['CHROMIUM_PATH'],
  // The same engine without windows: the tests take half the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium of this machine, or nothing. CHROMIUM_PATH names one that stands elsewhere. */
export function findChromium(): string | undefined {
  return PLACES.find((place) => place !== undefined && existsSync(place));
}

/**
 * Finds Chromium, or installs the distribution's where apt is there.
 * @throws with what to do, if there is none in the end
 */
export function setUpChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium is installed. Installing the distribution’s with apt-get …');
  // Not every distribution has the one without windows.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    installWithApt(name, 'fonts-liberation');
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    'The tests need Chromium: install it, or set CHROMIUM_PATH to the program, and run them again.',
  );
}
