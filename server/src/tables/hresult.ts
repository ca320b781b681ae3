// HRESULT values that can occur in a join or its trace, kept by hand: names and numbers from winerror.h of the
// Windows SDK, sentences ours. Values that carry a Win32 code (0x8007nnnn) or an NTSTATUS are left to the rules in
// status.ts; the four of them that have a name of their own are here for the name.
export default `
0	S_OK	The call succeeded.
1	S_FALSE	The call succeeded and has nothing more to say.
90312	SEC_I_CONTINUE_NEEDED	Not an error: authentication goes on with another message to the other side.
90313	SEC_I_COMPLETE_NEEDED	Not an error: the caller has to complete the message before sending it.
90314	SEC_I_COMPLETE_AND_CONTINUE	Not an error: the message has to be completed and sent, and another step follows.
90315	SEC_I_LOCAL_LOGON	The logon was done locally: no domain controller was asked.
90316	SEC_I_GENERIC_EXTENSION_RECEIVED	Not an error: the other side sent an extension that the application may look at.
90317	SEC_I_CONTEXT_EXPIRED	The other side has closed the secure channel.
90320	SEC_I_INCOMPLETE_CREDENTIALS	The server asks for a client certificate.
90321	SEC_I_RENEGOTIATE	The other side asks to negotiate the secure channel anew.
90323	SEC_I_NO_LSA_CONTEXT	The security context is not known to the local security authority.
9035c	SEC_I_SIGNATURE_NEEDED	Not an error: the caller has to sign the data and call again.
90360	SEC_I_NO_RENEGOTIATION	The other side does not negotiate the secure channel anew.
90364	SEC_I_MESSAGE_FRAGMENT	Not an error: this is a part of a message.
90366	SEC_I_CONTINUE_NEEDED_MESSAGE_OK	Not an error: the message is ready, and authentication goes on.
90368	SEC_I_ASYNC_CALL_PENDING	Not an error: the call is still under way.
80004001	E_NOTIMPL	The function is not implemented.
80004002	E_NOINTERFACE	The object does not support this interface.
80004003	E_POINTER	A pointer passed to the function is not valid.
80004004	E_ABORT	The operation was cancelled.
80004005	E_FAIL	The operation failed; the code does not say why.
8000ffff	E_UNEXPECTED	The function met a state that it did not expect.
80010002	RPC_E_CALL_CANCELED	The remote call was cancelled.
80010006	RPC_E_CONNECTION_TERMINATED	The connection to the server object broke.
80010007	RPC_E_SERVER_DIED	The server process ended during the call; the call may have been carried out.
80010012	RPC_E_SERVER_DIED_DNE	The server process ended before it carried out the call.
80010100	RPC_E_SYS_CALL_FAILED	A system call failed during the remote call.
80010104	RPC_E_FAULT	The remote call met a fault.
80010105	RPC_E_SERVERFAULT	The server threw an exception while it carried out the call.
80010106	RPC_E_CHANGED_MODE	The thread was set up for COM in another way before.
80010108	RPC_E_DISCONNECTED	The object is no longer connected to its clients.
80010110	RPC_E_VERSION_MISMATCH	Client and server use different versions of the COM protocol.
8001011a	RPC_E_NO_GOOD_SECURITY_PACKAGES	Client and server have no way of authentication in common.
8001011b	RPC_E_ACCESS_DENIED	The server does not let this caller use the object.
8001011c	RPC_E_REMOTE_DISABLED	Remote calls are switched off for this process.
8001011f	RPC_E_TIMEOUT	The remote call took longer than it may.
8001ffff	RPC_E_UNEXPECTED	The remote call met an error inside COM.
80040154	REGDB_E_CLASSNOTREG	The COM class is not registered.
800401f0	CO_E_NOTINITIALIZED	The thread has not been set up for COM.
80070005	E_ACCESSDENIED	Access is denied.
80070006	E_HANDLE	The handle is not valid.
8007000e	E_OUTOFMEMORY	There is not enough memory.
80070057	E_INVALIDARG	An argument of the call is not valid.
80080005	CO_E_SERVER_EXEC_FAILURE	The COM server process did not start.
80090001	NTE_BAD_UID	The handle of the cryptographic provider is not valid.
80090005	NTE_BAD_DATA	The data cannot be decrypted or is not well formed.
80090006	NTE_BAD_SIGNATURE	The signature does not verify.
80090008	NTE_BAD_ALGID	The provider does not know this algorithm.
80090009	NTE_BAD_FLAGS	A flag of the cryptographic call is not valid.
8009000b	NTE_BAD_KEY_STATE	The key cannot be used in its present state.
8009000d	NTE_NO_KEY	There is no such key.
8009000f	NTE_EXISTS	The object exists already.
80090010	NTE_PERM	The caller may not use this key.
80090011	NTE_NOT_FOUND	The cryptographic object was not found.
80090016	NTE_BAD_KEYSET	The key container does not exist or cannot be opened.
8009001d	NTE_PROVIDER_DLL_FAIL	The cryptographic provider did not start.
80090020	NTE_FAIL	The cryptographic provider met an internal error.
80090027	NTE_INVALID_PARAMETER	A parameter of the cryptographic call is not valid.
80090029	NTE_NOT_SUPPORTED	The cryptographic provider does not support this.
8009002d	NTE_INTERNAL_ERROR	The cryptographic provider met an error of its own.
80090030	NTE_DEVICE_NOT_READY	The security device (such as the TPM) is not ready.
80090300	SEC_E_INSUFFICIENT_MEMORY	There is not enough memory for authentication.
80090301	SEC_E_INVALID_HANDLE	The handle of the credentials or of the security context is not valid.
80090302	SEC_E_UNSUPPORTED_FUNCTION	The security package does not support this function.
80090303	SEC_E_TARGET_UNKNOWN	The server's service principal name is not known in the domain, or the domain cannot be reached.
80090304	SEC_E_INTERNAL_ERROR	The local security authority met an internal error.
80090305	SEC_E_SECPKG_NOT_FOUND	The security package does not exist on this computer.
80090306	SEC_E_NOT_OWNER	The caller does not own these credentials.
80090307	SEC_E_CANNOT_INSTALL	The security package could not be set up.
80090308	SEC_E_INVALID_TOKEN	An authentication message is damaged or of the wrong kind.
80090309	SEC_E_CANNOT_PACK	The authentication data could not be packed into a message.
8009030a	SEC_E_QOP_NOT_SUPPORTED	The security package cannot protect messages in the way that was asked for.
8009030b	SEC_E_NO_IMPERSONATION	The server cannot act for the client in this security context.
8009030c	SEC_E_LOGON_DENIED	The user name or the password is wrong, or the account may not log on.
8009030d	SEC_E_UNKNOWN_CREDENTIALS	The security package does not know these credentials.
8009030e	SEC_E_NO_CREDENTIALS	The security package has no credentials to use.
8009030f	SEC_E_MESSAGE_ALTERED	A message was changed on its way.
80090310	SEC_E_OUT_OF_SEQUENCE	A message did not come in its turn.
80090311	SEC_E_NO_AUTHENTICATING_AUTHORITY	No domain controller could be reached for authentication.
80090316	SEC_E_BAD_PKGID	The security package does not exist.
80090317	SEC_E_CONTEXT_EXPIRED	The security context has expired.
80090318	SEC_E_INCOMPLETE_MESSAGE	A part of the message is missing; more has to be read.
80090320	SEC_E_INCOMPLETE_CREDENTIALS	The credentials are incomplete: the security context cannot be set up.
80090321	SEC_E_BUFFER_TOO_SMALL	A buffer is too small for the authentication data.
80090322	SEC_E_WRONG_PRINCIPAL	The server is not the one that was asked for: its account and the service principal name do not fit.
80090324	SEC_E_TIME_SKEW	The clocks of this computer and of the domain controller differ too much.
80090325	SEC_E_UNTRUSTED_ROOT	The certificate comes from a root that is not trusted here.
80090326	SEC_E_ILLEGAL_MESSAGE	A message was not what the protocol expects; often a failed TLS negotiation.
80090327	SEC_E_CERT_UNKNOWN	The certificate could not be processed.
80090328	SEC_E_CERT_EXPIRED	The certificate has expired.
80090329	SEC_E_ENCRYPT_FAILURE	The message could not be encrypted.
80090330	SEC_E_DECRYPT_FAILURE	The message could not be decrypted.
80090331	SEC_E_ALGORITHM_MISMATCH	Client and server have no algorithm in common.
80090332	SEC_E_SECURITY_QOS_FAILED	The level of impersonation that was asked for could not be reached.
80090333	SEC_E_UNFINISHED_CONTEXT_DELETED	Authentication was given up before it was finished.
80090334	SEC_E_NO_TGT_REPLY	The server sent no ticket-granting ticket of its own, which the client needs.
80090335	SEC_E_NO_IP_ADDRESSES	This computer has no IP address to put into the request.
80090336	SEC_E_WRONG_CREDENTIAL_HANDLE	The credentials are not those of the security context.
80090337	SEC_E_CRYPTO_SYSTEM_INVALID	The cryptographic system or its checksum function is not valid here.
80090338	SEC_E_MAX_REFERRALS_EXCEEDED	The ticket request was referred from domain to domain too often.
80090339	SEC_E_MUST_BE_KDC	Only a domain controller can do this.
8009033a	SEC_E_STRONG_CRYPTO_NOT_SUPPORTED	The other side asks for encryption that is not supported here.
8009033b	SEC_E_TOO_MANY_PRINCIPALS	The answer names more than one principal.
8009033c	SEC_E_NO_PA_DATA	The answer of the domain controller lacks the data for pre-authentication.
8009033d	SEC_E_PKINIT_NAME_MISMATCH	The certificate for the logon is not that of the user.
8009033e	SEC_E_SMARTCARD_LOGON_REQUIRED	The account may only log on with a smart card.
8009033f	SEC_E_SHUTDOWN_IN_PROGRESS	The computer is shutting down.
80090340	SEC_E_KDC_INVALID_REQUEST	The Kerberos service of the domain controller took the request for invalid.
80090341	SEC_E_KDC_UNABLE_TO_REFER	The domain controller could not refer the client to the domain of the service.
80090342	SEC_E_KDC_UNKNOWN_ETYPE	The domain controller does not support the encryption type of the request.
80090343	SEC_E_UNSUPPORTED_PREAUTH	The domain controller does not support the pre-authentication that the client offered.
80090345	SEC_E_DELEGATION_REQUIRED	The server needs delegated credentials, and the client may not delegate.
80090346	SEC_E_BAD_BINDINGS	The channel binding of client and server differ: something stands between them, or one does not send it.
80090347	SEC_E_MULTIPLE_ACCOUNTS	More than one account matches the certificate.
80090348	SEC_E_NO_KERB_KEY	There is no Kerberos key for this account.
80090349	SEC_E_CERT_WRONG_USAGE	The certificate is not meant for this use.
80090350	SEC_E_DOWNGRADE_DETECTED	Authentication was about to fall back to a weaker way; often the domain controller cannot be reached.
80090351	SEC_E_SMARTCARD_CERT_REVOKED	The smart card certificate was revoked.
80090352	SEC_E_ISSUING_CA_UNTRUSTED	The certification authority of the logon certificate is not trusted.
80090353	SEC_E_REVOCATION_OFFLINE_C	Whether the logon certificate was revoked could not be checked.
80090354	SEC_E_PKINIT_CLIENT_FAILURE	The logon certificate is not trusted.
80090355	SEC_E_SMARTCARD_CERT_EXPIRED	The smart card certificate has expired.
80090356	SEC_E_NO_S4U_PROT_SUPPORT	The domain controller cannot issue a ticket on behalf of another user.
80090357	SEC_E_CROSSREALM_DELEGATION_FAILURE	Delegation to a service of another domain failed.
80090358	SEC_E_REVOCATION_OFFLINE_KDC	Whether the domain controller's certificate was revoked could not be checked.
80090359	SEC_E_ISSUING_CA_UNTRUSTED_KDC	The certification authority of the domain controller's certificate is not trusted.
8009035a	SEC_E_KDC_CERT_EXPIRED	The domain controller's certificate has expired.
8009035b	SEC_E_KDC_CERT_REVOKED	The domain controller's certificate was revoked.
8009035d	SEC_E_INVALID_PARAMETER	A parameter of the authentication call is not valid.
8009035e	SEC_E_DELEGATION_POLICY	Policy does not allow delegation to this server.
8009035f	SEC_E_POLICY_NLTM_ONLY	Policy allows these credentials with NTLM only.
80090361	SEC_E_NO_CONTEXT	There is no security context.
80090362	SEC_E_PKU2U_CERT_FAILURE	Authentication from one computer to another failed for want of a suitable certificate.
80090363	SEC_E_MUTUAL_AUTH_FAILED	The server did not prove its identity.
80090365	SEC_E_ONLY_HTTPS_ALLOWED	Only HTTPS may be used here.
80090367	SEC_E_APPLICATION_PROTOCOL_MISMATCH	Client and server have no application protocol in common.
80090369	SEC_E_INVALID_UPN_NAME	The user principal name is not well formed.
8009036a	SEC_E_EXT_BUFFER_TOO_SMALL	A buffer for an extension is too small.
8009036b	SEC_E_INSUFFICIENT_BUFFERS	The call was given too few buffers.
80092003	CRYPT_E_FILE_ERROR	A file could not be read or written during a certificate operation.
80092004	CRYPT_E_NOT_FOUND	The certificate or cryptographic object was not found.
80092007	CRYPT_E_SELF_SIGNED	The certificate is signed by itself.
8009200b	CRYPT_E_NO_KEY_PROPERTY	The certificate has no private key here.
80092010	CRYPT_E_REVOKED	The certificate was revoked.
80092012	CRYPT_E_NO_REVOCATION_CHECK	Whether the certificate was revoked cannot be checked: it does not say where to ask.
80092013	CRYPT_E_REVOCATION_OFFLINE	Whether the certificate was revoked could not be checked: the server to ask did not answer.
80092026	CRYPT_E_SECURITY_SETTINGS	A security setting does not allow this certificate operation.
80093100	CRYPT_E_ASN1_ERROR	Encoding or decoding a certificate failed.
8009310b	CRYPT_E_ASN1_BADTAG	The certificate data is not of the kind that was expected.
80094012	CERTSRV_E_TEMPLATE_DENIED	The caller may not enroll for this certificate template.
80094800	CERTSRV_E_UNSUPPORTED_CERT_TYPE	The certification authority does not issue this certificate template.
80096004	TRUST_E_CERT_SIGNATURE	The signature of the certificate does not verify.
80096010	TRUST_E_BAD_DIGEST	The signed data was changed.
800b0100	TRUST_E_NOSIGNATURE	There is no signature.
800b0101	CERT_E_EXPIRED	The certificate has expired or is not valid yet.
800b0109	CERT_E_UNTRUSTEDROOT	The certificate comes from a root that is not trusted here.
800b010a	CERT_E_CHAINING	The certificate could not be traced to a trusted root.
800b010c	CERT_E_REVOKED	The certificate was revoked by its issuer.
800b010e	CERT_E_REVOCATION_FAILURE	The check whether the certificate was revoked failed.
800b010f	CERT_E_CN_NO_MATCH	The certificate does not name this server.
800b0110	CERT_E_WRONG_USAGE	The certificate is not meant for this use.
800b0111	TRUST_E_EXPLICIT_DISTRUST	The certificate is marked as not trusted.
800b0112	CERT_E_UNTRUSTEDCA	The certification authority is not trusted for this use.
80280400	TPM_E_COMMAND_BLOCKED	The command to the TPM is blocked.
80280803	TPM_E_DEFEND_LOCK_RUNNING	The TPM defends itself against guessing and takes no commands for a while.
`;
