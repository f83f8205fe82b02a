/** The rows, by the number they have in the table of promises. `short` ones are also in `npm test`. */
export const ROWS = [
  { number: 1, name: 'sessions', short: true },
  { number: 2, name: 'leaving' },
  { number: 3, name: 'unload-burst' },
  { number: 4, name: 'kinds', short: true },
  { number: 5, name: 'tabs' },
  { number: 6, name: 'storm' },
  { number: 7, name: 'browser-kill' },
  { number: 8, name: 'server-kill', short: true },
  { number: 9, name: 'ingest' },
  { number: 10, name: 'overload' },
  { number: 11, name: 'bad-rows', short: true },
  { number: 12, name: 'clocks' },
  { number: 21, name: 'consent', short: true },
];
