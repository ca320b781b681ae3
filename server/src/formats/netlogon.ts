/** `03/04 19:07:29 [LOGON] [10752] FABRIKAM: SamLogon: …`, in the categories of the Netlogon service. */
const netlogonLine =
  /^(?:\d\d\/\d\d \d\d:\d\d:\d\d |\s*Date Time )?\[(?:INIT|MISC|LOGON|SYNC|MAILSLOT|SITE|CRITICAL|SESSION|DOMAIN|SERVER_SESS|CHANGELOG|DNS|WORKER|DNS_MORE|PULSE_MORE|SESSION_MORE|REPL_TIME|REPL_OBJ_TIME|ENCRYPT|TIMESERV|PERF|PULSE|SPEC|DATABASE|SITE_MORE)\](?: \[\d+\])? /;

/** Whether the lines are of a netlogon.log, which the product knows by sight and does not read yet. */
export function isNetlogonLog(head: readonly string[]): boolean {
  const hits = head.filter(line => netlogonLine.test(line)).length;
  return hits > 0 && hits * 2 >= head.length;
}
