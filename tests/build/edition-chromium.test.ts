import { setUpChromium } from '../chromium.ts';
import { testEditionIn } from './edition-in-browser.ts';

testEditionIn('Chromium', () => ({
  executablePath: setUpChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
}));
