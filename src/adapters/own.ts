/** For an adapter of your own: what the bundled ones are made of, with their patience and their doubts. */
export type { CartAdapter, CartLine, CartReason, CartReply, CartState } from '../cart/contract.js';
export { type AdapterOptions, createAdapter, type Platform } from './shared-adapter.js';
export { type Answer, type Call, type CallOptions, createCall } from './shared-call.js';
export { type HeldCart, type HeldLine, type Outcome, outcomeOf } from './shared-outcome.js';
