/** That an intent came to the point where its first message was due, and whether its viewer gets messages; a line of the journal. */
export interface AssignmentRecord {
  readonly site: string;
  /** When it was due and so: Unix milliseconds on the server's clock. */
  readonly receivedMs: number;
  readonly assignment: {
    readonly intentId: string;
    readonly viewerId: string;
    readonly videoId: string;
    readonly arm: 'message' | 'holdout';
    /** Of viewers who were to be held out then, 0..1. */
    readonly holdout: number;
  };
}
