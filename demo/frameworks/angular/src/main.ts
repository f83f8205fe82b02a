import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import 'shoppable-video';
import 'shoppable-video/shelf';
import { Page } from './page';

bootstrapApplication(Page, { providers: [provideZonelessChangeDetection()] }).catch((error) => console.error(error));
