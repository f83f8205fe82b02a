import { createApp } from 'vue';
import 'shoppable-video/vue';
import 'shoppable-video/shelf';
import Page from './Page.vue';

createApp(Page).mount('#app');
