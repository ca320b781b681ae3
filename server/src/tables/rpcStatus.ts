import { codes } from './table';

/**
 * What an RPC fault or the endpoint mapper answers. Names from the DCE RPC specification (C706, appendix E) and
 * [MS-RPCE], sentences ours.
 */
export const rpc = codes(
  'RPC status',
  'rpc',
  `
0	rpc_s_ok	The call went well.
5	nca_s_fault_access_denied	The server refused the call: the account may not make it, or the connection is not protected as the server asks. The same as the Win32 code 5.
6f7	nca_s_fault_ndr	The server could not read the data of the call.
16c9a0cd	ept_s_cant_perform_op	The endpoint mapper could not do what was asked.
16c9a0d6	ept_s_not_registered	The endpoint mapper knows no port for this interface: its service is not running, or does not listen over TCP.
1c000001	nca_s_fault_int_div_by_zero	The server met an error of its own while it carried out the call.
1c000002	nca_s_fault_addr_error	The server met an error of its own while it carried out the call.
1c00000d	nca_s_fault_cancel	The call was cancelled.
1c000012	nca_s_fault_unspec	The server met an error that it does not tell more about.
1c00001a	nca_s_fault_context_mismatch	The server does not know the handle that the call uses: it was closed, or the service started anew.
1c00001b	nca_s_fault_remote_no_memory	The server is out of memory.
1c010002	nca_s_op_rng_error	The server has no such operation: it is older, or the interface is another one.
1c010003	nca_s_unk_if	The server does not offer this interface at this port.
1c010006	nca_s_wrong_boot_time	The service started anew since the connection was made.
1c010009	nca_s_you_crashed	The server takes the client for one that has restarted.
1c01000b	nca_s_proto_error	The call did not keep to the protocol.
1c010013	nca_s_out_args_too_big	The answer is too large.
1c010014	nca_s_server_too_busy	The server is too busy to take the call.
1c010017	nca_s_unsupported_type	The server does not support this type of object.
`,
);
