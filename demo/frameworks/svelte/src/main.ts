import { mount } from 'svelte';
import 'shoppable-video/svelte';
import 'shoppable-video/shelf';
import Page from './Page.svelte';

mount(Page, { target: document.querySelector('#app')! });
