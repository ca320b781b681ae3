/** The first build with the commands of this table: Windows 8 and Windows Server 2012. */
const firstBuild = 9200;

/** What does on Windows 7 and before what a command does since then; undefined where nothing there does. */
const rows: readonly (readonly [since: RegExp, before: string | undefined])[] = [
  [/^Test-NetConnection (\S+) -Port (\d+)$/, 'portqry -n $1 -e $2'],
  [/^Test-NetConnection (\S+) -TraceRoute$/, 'tracert $1'],
  [/^Resolve-DnsName -Type SRV (\S+)$/, 'nslookup -type=SRV $1'],
  [/^Resolve-DnsName (\S+) -Type (A|AAAA)$/, 'nslookup -type=$2 $1'],
  [/^Resolve-DnsName (\S+)$/, 'nslookup $1'],
  [/^Get-(?:Smb\w+|CimInstance|LocalUser|FileHash)\b/, undefined],
];

/**
 * A step with the commands that the Windows of a log has; undefined where it lacks one that nothing replaces.
 *
 * @param step a sentence with commands in backquotes
 * @param build the build number of Windows; where it is not known, a Windows of today is meant
 */
export function stepFor(step: string, build: number | undefined): string | undefined {
  if (build === undefined || build >= firstBuild) return step;
  const parts = step.split('`');
  for (const [index, part] of parts.entries()) {
    const row = index % 2 === 1 ? rows.find(([since]) => since.test(part)) : undefined;
    if (!row) continue;
    const [since, before] = row;
    if (before === undefined) return undefined;
    parts[index] = part.replace(since, before);
  }
  return parts.join('`');
}
