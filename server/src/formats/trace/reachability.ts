import type { Conversation, Reach, Step } from '../../model';

/** For each server and each port that a join needs, whether it can be reached. */
export function readReachability(_conversations: readonly Conversation[], _steps: readonly Step[]): Reach[] {
  return [];
}
