/** An event that asks the page to do something. It bubbles out of shadow trees and can be cancelled. */
export class IntentEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true, cancelable: true });
  }
}
