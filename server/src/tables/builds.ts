import { names } from './table';

/**
 * The release of Windows that a build number stands for. A number can be that of a client and of a server:
 * the SKU line of the log tells which. From Microsoft's release pages.
 */
export const builds = names('Windows build', [
  [2195, 'Windows 2000', 'Client and server.'],
  [2600, 'Windows XP', 'A client; no server has this number.'],
  [3790, 'Windows Server 2003', 'As a client: Windows XP x64.'],
  [6000, 'Windows Vista', 'A client; no server has this number.'],
  [6001, 'Windows Vista SP1', 'As a server: Windows Server 2008.'],
  [6002, 'Windows Vista SP2', 'As a server: Windows Server 2008 SP2.'],
  [6003, 'Windows Server 2008 SP2', 'A server with late updates; no client has this number.'],
  [7600, 'Windows 7', 'As a server: Windows Server 2008 R2.'],
  [7601, 'Windows 7 SP1', 'As a server: Windows Server 2008 R2 SP1.'],
  [9200, 'Windows 8', 'As a server: Windows Server 2012.'],
  [9600, 'Windows 8.1', 'As a server: Windows Server 2012 R2.'],
  [10240, 'Windows 10 1507', 'A client; no server has this number.'],
  [10586, 'Windows 10 1511', 'A client; no server has this number.'],
  [14393, 'Windows 10 1607', 'As a server: Windows Server 2016.'],
  [15063, 'Windows 10 1703', 'A client; no server has this number.'],
  [16299, 'Windows 10 1709', 'As a server: Windows Server 1709.'],
  [17134, 'Windows 10 1803', 'As a server: Windows Server 1803.'],
  [17763, 'Windows 10 1809', 'As a server: Windows Server 2019.'],
  [18362, 'Windows 10 1903', 'As a server: Windows Server 1903.'],
  [18363, 'Windows 10 1909', 'As a server: Windows Server 1909.'],
  [19041, 'Windows 10 2004', 'As a server: Windows Server 2004.'],
  [19042, 'Windows 10 20H2', 'As a server: Windows Server 20H2.'],
  [19043, 'Windows 10 21H1', 'A client; no server has this number.'],
  [19044, 'Windows 10 21H2', 'A client; no server has this number.'],
  [19045, 'Windows 10 22H2', 'A client; no server has this number.'],
  [20348, 'Windows Server 2022', 'A server; no client has this number.'],
  [22000, 'Windows 11 21H2', 'A client; no server has this number.'],
  [22621, 'Windows 11 22H2', 'A client; no server has this number.'],
  [22631, 'Windows 11 23H2', 'A client; no server has this number.'],
  [25398, 'Windows Server 23H2', 'A server of the annual channel; no client has this number.'],
  [26100, 'Windows 11 24H2', 'As a server: Windows Server 2025.'],
  [26200, 'Windows 11 25H2', 'A client; no server has this number.'],
  [28000, 'Windows 11 26H1', 'A client; no server has this number.'],
]);
