import { setUp } from '../programs.ts';
import { testEditionIn } from './edition-in-browser.ts';

testEditionIn('Firefox', () => {
  setUp('firefox-esr');
  return { browser: 'firefox', executablePath: '/usr/bin/firefox-esr' };
});
