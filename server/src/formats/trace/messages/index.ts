import type { Frame, Lines } from '../../../model';
import type { Message } from './message';

/** What a frame says, in whatever words its tool prints it. */
export function messageOf(frame: Frame, _lines: Lines): Message {
  return {
    frame,
    kind: 'data',
    transport: undefined,
    sourcePort: frame.sourcePort,
    destinationPort: frame.destinationPort,
    segment: undefined,
    service: undefined,
    isRpc: false,
    operation: '',
    id: undefined,
    code: undefined,
    login: undefined,
    mapped: [],
    answers: [],
    isSealed: false,
    unreachable: undefined,
    about: undefined,
  };
}
