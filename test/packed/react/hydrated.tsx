/** Takes over what the server has rendered. */
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Page } from '../src/page';

hydrateRoot(
  document.querySelector('#app')!,
  <StrictMode>
    <Page />
  </StrictMode>,
);
