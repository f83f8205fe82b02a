import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { AddToCartEvent } from 'shoppable-video';

@Component({
  selector: 'shop-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <shoppable-video
      id="film"
      manifest="/media/coffee/manifest.json"
      fit="contain"
      muted
      style="display: block; aspect-ratio: 16/9; max-width: 720px"
      (shoppable-add-to-cart)="add($event)"
    ></shoppable-video>
    <output>{{ pieces() }} in the cart</output>
    <shoppable-shelf for="film" layout="list"></shoppable-shelf>
  `,
})
export class Page {
  readonly pieces = signal(0);

  add(event: AddToCartEvent): void {
    this.pieces.update((before) => before + event.lines.reduce((sum, line) => sum + line.quantity, 0));
    event.respondWith(true);
  }
}
