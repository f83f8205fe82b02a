/** What the browser tests use of Mocha's globals; its own types would claim `describe` and `it` of Node's runner too. */
interface MochaContext {
  timeout(milliseconds: number): void;
  skip(): never;
}
type MochaBody = (this: MochaContext) => void | Promise<void>;

type MochaSuite = (name: string, body: (this: MochaContext) => void) => void;

declare const describe: MochaSuite & { readonly skip: MochaSuite };
declare const it: ((name: string, body: MochaBody) => void) & { skip(name: string, body: MochaBody): void };
declare function before(body: MochaBody): void;
declare function beforeEach(body: MochaBody): void;
declare function after(body: MochaBody): void;
declare function afterEach(body: MochaBody): void;
