/** Prints the example page as a server renders it. */
import { renderToString } from 'react-dom/server';
import { Page } from '../src/page';

console.log(renderToString(<Page />));
