/** An event that says what has happened. It bubbles out of shadow trees and cannot be cancelled. */
export class FactEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}
