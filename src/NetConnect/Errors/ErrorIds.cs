namespace NetConnect;

/// <summary>Every error id that NetConnect reports. Each is explained in about_NetConnect_Errors; renaming one is a breaking change.</summary>
public static class ErrorIds
{
    // Input
    /// <summary>A resource id does not have the form of its kind.</summary>
    public const string MalformedId = nameof(MalformedId);
    /// <summary>A text is not an IPv4 or IPv6 CIDR.</summary>
    public const string MalformedCidr = nameof(MalformedCidr);
    /// <summary>A value, or a combination of parameters, can never work.</summary>
    public const string InvalidParameter = nameof(InvalidParameter);
    /// <summary>A Name tag stands for more than one resource.</summary>
    public const string AmbiguousName = nameof(AmbiguousName);

    // Sessions
    /// <summary>No credentials were found anywhere.</summary>
    public const string NoCredentials = nameof(NoCredentials);
    /// <summary>No Region was given and none is configured.</summary>
    public const string NoRegion = nameof(NoRegion);
    /// <summary>The profile is not in the shared config and credentials files.</summary>
    public const string ProfileNotFound = nameof(ProfileNotFound);
    /// <summary>STS refused the role.</summary>
    public const string RoleNotAssumable = nameof(RoleNotAssumable);
    /// <summary>MFA or an SSO login is needed and nobody can answer.</summary>
    public const string LoginRequired = nameof(LoginRequired);
    /// <summary>AWS does not know or accept the credentials.</summary>
    public const string CredentialsRejected = nameof(CredentialsRejected);
    /// <summary>The credentials have expired.</summary>
    public const string CredentialsExpired = nameof(CredentialsExpired);
    /// <summary>The clock of this machine is more than five minutes off.</summary>
    public const string ClockSkewed = nameof(ClockSkewed);
    /// <summary>The caller may not make this call.</summary>
    public const string NotAuthorized = nameof(NotAuthorized);

    // VPCs and routes
    /// <summary>The VPC is not in this account and Region.</summary>
    public const string VpcNotFound = nameof(VpcNotFound);
    /// <summary>The route table is not in this account and Region.</summary>
    public const string RouteTableNotFound = nameof(RouteTableNotFound);
    /// <summary>The subnet is not in this account and Region.</summary>
    public const string SubnetNotFound = nameof(SubnetNotFound);
    /// <summary>The route table has no route to the destination.</summary>
    public const string RouteNotFound = nameof(RouteNotFound);
    /// <summary>A route to the same destination has another live target.</summary>
    public const string RouteConflict = nameof(RouteConflict);
    /// <summary>The destination lies inside the VPC's own addresses or a range that AWS reserves.</summary>
    public const string RouteNotAllowed = nameof(RouteNotAllowed);
    /// <summary>The route table has no room for another route.</summary>
    public const string RouteLimitExceeded = nameof(RouteLimitExceeded);

    // Peering
    /// <summary>No such peering, or not seen from this account and Region.</summary>
    public const string PeeringNotFound = nameof(PeeringNotFound);
    /// <summary>The CIDRs of the two VPCs overlap.</summary>
    public const string CidrOverlap = nameof(CidrOverlap);
    /// <summary>The two VPCs are one and the same.</summary>
    public const string SameVpc = nameof(SameVpc);
    /// <summary>The peering went to failed.</summary>
    public const string PeeringFailed = nameof(PeeringFailed);
    /// <summary>The request was rejected by the other side.</summary>
    public const string PeeringRejected = nameof(PeeringRejected);
    /// <summary>The request expired, seven days after it was made.</summary>
    public const string PeeringExpired = nameof(PeeringExpired);
    /// <summary>The peering is in a state that does not allow this.</summary>
    public const string PeeringStateConflict = nameof(PeeringStateConflict);
    /// <summary>The credentials are not those of the side that may do this.</summary>
    public const string NotPeeringOwner = nameof(NotPeeringOwner);
    /// <summary>The other side of the peering is in an account that no given credentials reach.</summary>
    public const string OtherSideNotReachable = nameof(OtherSideNotReachable);
    /// <summary>A VPC lacks the DNS attributes that DNS resolution over the peering needs.</summary>
    public const string DnsAttributesMissing = nameof(DnsAttributesMissing);
    /// <summary>A quota of peerings or of pending requests is reached.</summary>
    public const string PeeringLimitExceeded = nameof(PeeringLimitExceeded);

    // Site-to-site VPN
    /// <summary>An option of a tunnel has a value, or goes with others in a way, that AWS does not take.</summary>
    public const string VpnOptionInvalid = nameof(VpnOptionInvalid);
    /// <summary>Another tunnel of the same gateway has this inside CIDR.</summary>
    public const string InsideCidrInUse = nameof(InsideCidrInUse);
    /// <summary>A pre-shared key has a length or a character that AWS does not take.</summary>
    public const string PreSharedKeyInvalid = nameof(PreSharedKeyInvalid);
    /// <summary>AWS keeps the pre-shared key of a tunnel in Secrets Manager, and does not tell it.</summary>
    public const string PreSharedKeyRedacted = nameof(PreSharedKeyRedacted);
    /// <summary>Something that the configuration of a device needs is not known.</summary>
    public const string DeviceConfigIncomplete = nameof(DeviceConfigIncomplete);
    /// <summary>The device cannot do what the tunnel's options ask for.</summary>
    public const string DeviceNotCapable = nameof(DeviceNotCapable);

    // Any call
    /// <summary>A VPN connection or gateway is in a state that does not allow this.</summary>
    public const string VpnStateConflict = nameof(VpnStateConflict);
    /// <summary>A VPN connection exists and differs in what cannot be changed.</summary>
    public const string VpnMismatch = nameof(VpnMismatch);
    /// <summary>No such VPN connection in this account and Region.</summary>
    public const string VpnNotFound = nameof(VpnNotFound);
    /// <summary>No such transit gateway, or not seen from this account and Region.</summary>
    public const string TransitGatewayNotFound = nameof(TransitGatewayNotFound);
    /// <summary>The connection has no tunnel with that outside address.</summary>
    public const string TunnelNotFound = nameof(TunnelNotFound);
    /// <summary>A change would take the only tunnel down that is up.</summary>
    public const string VpnOutage = nameof(VpnOutage);
    /// <summary>A quota of VPN connections, gateways or their routes is reached.</summary>
    public const string VpnLimitExceeded = nameof(VpnLimitExceeded);
    /// <summary>The state that was waited for did not come within the timeout.</summary>
    public const string WaitTimedOut = nameof(WaitTimedOut);
    /// <summary>AWS kept throttling the call.</summary>
    public const string Throttled = nameof(Throttled);
    /// <summary>The endpoint cannot be reached.</summary>
    public const string EndpointUnreachable = nameof(EndpointUnreachable);
    /// <summary>The endpoint answered with something that is not an AWS answer.</summary>
    public const string UnreadableAnswer = nameof(UnreadableAnswer);
    /// <summary>AWS failed on its side, and kept failing.</summary>
    public const string ServiceFailure = nameof(ServiceFailure);
    /// <summary>AWS refused the call with a code that NetConnect has no own id for.</summary>
    public const string RequestRefused = nameof(RequestRefused);
    /// <summary>A prompt is needed and the host is not interactive.</summary>
    public const string ConfirmationRequired = nameof(ConfirmationRequired);

    // Client VPN
    /// <summary>No such Client VPN endpoint in this account and Region.</summary>
    public const string ClientVpnNotFound = nameof(ClientVpnNotFound);
    /// <summary>A setting has a value, or goes with others in a way, that AWS does not take.</summary>
    public const string ClientVpnOptionInvalid = nameof(ClientVpnOptionInvalid);
    /// <summary>A Client VPN endpoint of that name exists and differs in what cannot be changed.</summary>
    public const string ClientVpnMismatch = nameof(ClientVpnMismatch);
    /// <summary>A Client VPN endpoint or a part of it is in a state that does not allow this.</summary>
    public const string ClientVpnStateConflict = nameof(ClientVpnStateConflict);
    /// <summary>A subnet cannot be one of the endpoint's: its zone, its account, its VPC, or its room.</summary>
    public const string ClientVpnSubnetUnfit = nameof(ClientVpnSubnetUnfit);
    /// <summary>The endpoint has this subnet, route or rule already.</summary>
    public const string ClientVpnDuplicate = nameof(ClientVpnDuplicate);
    /// <summary>EC2 shows no such session of a Client VPN endpoint.</summary>
    public const string ClientVpnConnectionNotFound = nameof(ClientVpnConnectionNotFound);
    /// <summary>The endpoint takes no more changes at the same time.</summary>
    public const string ClientVpnBusy = nameof(ClientVpnBusy);
    /// <summary>No such certificate in ACM in this account and Region.</summary>
    public const string CertificateNotFound = nameof(CertificateNotFound);
    /// <summary>A certificate cannot be that of a Client VPN endpoint.</summary>
    public const string CertificateUnfit = nameof(CertificateUnfit);

    // Certificates of people
    /// <summary>There is no authority in the folder.</summary>
    public const string AuthorityNotFound = nameof(AuthorityNotFound);
    /// <summary>An authority exists and has another name, or a revocation list is of another authority.</summary>
    public const string AuthorityMismatch = nameof(AuthorityMismatch);
    /// <summary>A file of an authority is missing or cannot be read.</summary>
    public const string AuthorityDamaged = nameof(AuthorityDamaged);
    /// <summary>Another process is changing the authority.</summary>
    public const string AuthorityLocked = nameof(AuthorityLocked);
    /// <summary>The authority's own certificate has expired, so that it can sign nothing.</summary>
    public const string AuthorityExpired = nameof(AuthorityExpired);
    /// <summary>The passphrase of a key is missing or wrong.</summary>
    public const string PassphraseWrong = nameof(PassphraseWrong);
    /// <summary>The authority has no certificate of that person.</summary>
    public const string ClientVpnUserNotFound = nameof(ClientVpnUserNotFound);
    /// <summary>The person's certificate was revoked or has expired.</summary>
    public const string ClientVpnUserNotValid = nameof(ClientVpnUserNotValid);
    /// <summary>A revocation list would have more entries than AWS takes.</summary>
    public const string RevocationListFull = nameof(RevocationListFull);

    // Files
    /// <summary>A file is there already and was not to be replaced.</summary>
    public const string FileExists = nameof(FileExists);
    /// <summary>A file or its folder cannot be written.</summary>
    public const string FileNotWritten = nameof(FileNotWritten);

    // Sandbox
    /// <summary>A sandbox runs already in this runspace.</summary>
    public const string SandboxRunning = nameof(SandboxRunning);
    /// <summary>The sandbox cannot start: its port is taken or its seed cannot be read.</summary>
    public const string SandboxNotStarted = nameof(SandboxNotStarted);
}
