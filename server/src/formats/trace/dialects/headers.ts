import type { Cell } from './cells';

/** What a column holds. */
export type Field =
  | 'number'
  | 'time'
  | 'source'
  | 'destination'
  | 'sourcePort'
  | 'destinationPort'
  | 'protocol'
  | 'length'
  | 'info';

/** Titles of columns in lower case: of the tools, of `tshark -T fields`, and as people translate them. */
const titles: Readonly<Record<Field, string>> = {
  number:
    'no.|no|nr.|nr|num|n°|núm.|#|frame|frame number|frame no.|frame.number|_ws.col.no.|_ws.col.number|番号|编号|번호',
  time:
    'time|time of day|time offset|date|abs time|rel time|delta|timestamp|time date local adjusted|utc time|' +
    'time delta|frame.time|frame.time_epoch|frame.time_relative|frame.time_utc|_ws.col.time|_ws.col.abs_time|' +
    '_ws.col.rel_time|_ws.col.utc_time|_ws.col.def_time|zeit|temps|tiempo|tempo|heure|時刻|时间|시간',
  source:
    'source|src|source address|ip.src|ipv6.src|ip.src_host|eth.src|_ws.col.source|_ws.col.def_src|' +
    'quelle|origen|origine|origem|sorgente|源|送信元|출발지',
  destination:
    'destination|dest|dst|destination address|dest address|ip.dst|ipv6.dst|ip.dst_host|eth.dst|' +
    '_ws.col.destination|_ws.col.def_dst|ziel|destino|destinazione|目标|目的地|宛先|목적지',
  sourcePort:
    'source port|src port|src.port|sport|srcport|tcp.srcport|udp.srcport|_ws.col.res_src_port|' +
    '_ws.col.unres_src_port|quellport|port source',
  destinationPort:
    'destination port|dest port|dst port|dst.port|dport|dstport|tcp.dstport|udp.dstport|_ws.col.res_dst_port|' +
    '_ws.col.unres_dst_port|zielport|port destination',
  protocol:
    'protocol|proto|protocol name|frame.protocols|_ws.col.protocol|_ws.col.def_protocol|protokoll|protocole|protocolo|protocollo|协议|プロトコル|프로토콜',
  length:
    'length|len|frame.len|frame length|_ws.col.length|_ws.col.packet_length|länge|longueur|longitud|lunghezza|comprimento|长度|長さ|길이',
  info: 'info|description|information|_ws.col.info|_ws.col.def_info|beschreibung|informationen|信息|情報|정보',
};

const fields: ReadonlyMap<string, Field> = new Map(
  Object.entries(titles).flatMap(([field, words]) =>
    words.split('|').map((word): [string, Field] => [word, field as Field]),
  ),
);

const escaped = (titles.protocol + '|' + titles.source).replace(/[.]/g, '\\.');
const titleOfHeader = new RegExp(`(?:^|[\\s,;|"*\`])(?:${escaped})(?![^\\s,;|"*\`])`, 'i');

/** Whether a line holds one of the titles that every header has: a protocol or a source. Others are none. */
export function namesColumns(line: string): boolean {
  return titleOfHeader.test(line);
}

/** The columns that a header line names, undefined for those that say nothing here; undefined for any other line. */
export function headerOf(cells: readonly Cell[]): (Field | undefined)[] | undefined {
  if (cells.length < 3) return undefined;
  const columns = cells.map(cell => fields.get(cell.text.toLowerCase()));
  const named = new Set(columns.filter(Boolean));
  const isHeader = named.size >= 3 && (named.has('protocol') || named.has('source'));
  return isHeader && named.size * 2 >= cells.length ? columns : undefined;
}
