import { bindBuyForm } from './buy-form.js';

bindBuyForm(document.querySelector('.buy form'), { id: 'coffee-maker' });
