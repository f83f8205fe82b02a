import puppeteer from 'puppeteer-core';

/** @returns {Promise<import('puppeteer-core').Browser>} */
export const launchFirefox = ({ program }) =>
  puppeteer.launch({ browser: 'firefox', executablePath: program, headless: true, protocolTimeout: 120_000 });
