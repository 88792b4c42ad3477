import { setUpProgram } from '../programs.ts';
import { testEditionIn } from './edition-in-browser.ts';

testEditionIn('Firefox', () => {
  setUpProgram('firefox-esr');
  return { browser: 'firefox', executablePath: '/usr/bin/firefox-esr' };
});
