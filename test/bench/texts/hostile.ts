/** Texts that no Windows writes, of `size` characters each: what a mistake or a hostile writer may hand in. */
export const hostileShapes: Readonly<Record<string, (size: number) => string>> = {
  'one line of x': size => 'x'.repeat(size),
  'line ends alone': size => '\n'.repeat(size),
  'carriage returns alone': size => '\r'.repeat(size),
  'one line of blanks': size => ' '.repeat(size),
  'one line of 0x': size => filledWith('0x', size),
  'one line of "status: "': size => filledWith('status: ', size),
  'codes alone': size => filledWith('02/10/2026 09:14:02:123 status: 0x5\n', size),
  'one join of failing lines': size =>
    `${stamp}NetpDoDomainJoin\n` +
    filledWith(`${stamp}NetpGetComputerObjectDn: Unable to bind to DS on '\\\\DC1': 0x6ba\n`, size),
  'joins without an end': size => filledWith(`${stamp}NetpDoDomainJoin\n`, size),
  'quotation marks and brackets': size => filledWith(`${stamp}[ '" 'a' : = (0x\n`, size),
};

const stamp = '02/10/2026 09:14:02:123 ';
const filledWith = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length));
