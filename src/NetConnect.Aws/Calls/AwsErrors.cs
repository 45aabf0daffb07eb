using Amazon.Runtime;

namespace NetConnect.Aws.Calls;

/// <summary>AWS's error codes in NetConnect's words.</summary>
internal static class AwsErrors
{
    private const string Keys =
        "Check the access key and its secret, and that the Region is enabled for the account and belongs to its partition.";
    private const string Expired =
        "Renew the credentials, or use a role or profile that refreshes itself. If they are still valid, check this machine's clock.";
    private const string Clock = "Set this machine's clock: AWS refuses requests whose time is more than five minutes off.";
    private const string Id = "Check the id.";
    private const string WhichAccount = "Check the id, the Region, and that the credentials are those of the account that owns it.";
    private const string State = "Look at its state with Get-VpcPeering.";
    private const string Owner =
        "The accepter's owner does this, in the accepter's Region: give its -PeerProfileName, -PeerRoleArn or -PeerSession, and -PeerRegion.";
    private const string RouteQuota = "Remove or summarise routes, or ask for more under Service Quotas (L-93826ACB).";
    private const string PeeringQuota =
        "Remove peerings or requests, or ask for more under Service Quotas (L-7E9ECCDB active, L-DC9F7029 pending).";
    private const string VpnState = "Look at it with Get-SiteToSiteVpn.";
    private const string VpnQuota = "Remove what is not used, or ask for more under Service Quotas (Site-to-Site VPN).";
    private const string ClientVpnSessions = "See the sessions with Get-ClientVpnConnection.";
    private const string ClientVpnLook = "Look at it with Get-ClientVpn.";
    private const string ClientVpnSubnet = "Give one subnet of the VPC for each Availability Zone, of the endpoint's own account.";
    private const string DnsAttributes = "Turn on enableDnsSupport and enableDnsHostnames on both VPCs.";

    // EC2's codes: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html. The first row that fits counts; a text
    // narrows a code that EC2 uses for several things.
    private static readonly Row[] s_rows =
    [
        new("SignatureDoesNotMatch", ErrorIds.ClockSkewed, ErrorKind.Denied, Clock, "Signature expired"),
        new("SignatureDoesNotMatch", ErrorIds.ClockSkewed, ErrorKind.Denied, Clock, "not yet current"),
        new("InvalidSecurity.RequestHasExpired", ErrorIds.ClockSkewed, ErrorKind.Denied, Clock),
        new("RequestTimeTooSkewed", ErrorIds.ClockSkewed, ErrorKind.Denied, Clock),
        new("RequestInTheFuture", ErrorIds.ClockSkewed, ErrorKind.Denied, Clock),
        new("RequestExpired", ErrorIds.CredentialsExpired, ErrorKind.Denied, Expired),
        new("ExpiredToken", ErrorIds.CredentialsExpired, ErrorKind.Denied, Expired),
        new("ExpiredTokenException", ErrorIds.CredentialsExpired, ErrorKind.Denied, Expired),
        new("AuthFailure", ErrorIds.CredentialsRejected, ErrorKind.Denied, Keys),
        new("InvalidClientTokenId", ErrorIds.CredentialsRejected, ErrorKind.Denied, Keys),
        new("UnrecognizedClientException", ErrorIds.CredentialsRejected, ErrorKind.Denied, Keys),
        new("SignatureDoesNotMatch", ErrorIds.CredentialsRejected, ErrorKind.Denied, Keys),
        new("IncompleteSignature", ErrorIds.CredentialsRejected, ErrorKind.Denied, Keys),
        new("MissingAuthenticationToken", ErrorIds.CredentialsRejected, ErrorKind.Denied, Keys),
        new("OptInRequired", ErrorIds.CredentialsRejected, ErrorKind.Denied, Keys),
        new("UnauthorizedOperation", ErrorIds.NotAuthorized, ErrorKind.Denied, ""),
        new("AccessDenied", ErrorIds.NotAuthorized, ErrorKind.Denied, ""),
        new("AccessDeniedException", ErrorIds.NotAuthorized, ErrorKind.Denied, ""),

        new("InvalidVpcID.Malformed", ErrorIds.MalformedId, ErrorKind.InvalidInput, Id),
        new("InvalidVpcPeeringConnectionId.Malformed", ErrorIds.MalformedId, ErrorKind.InvalidInput, Id),
        new("InvalidRouteTableId.Malformed", ErrorIds.MalformedId, ErrorKind.InvalidInput, Id),
        new("InvalidSubnetID.Malformed", ErrorIds.MalformedId, ErrorKind.InvalidInput, Id),
        new("InvalidTransitGatewayID.Malformed", ErrorIds.MalformedId, ErrorKind.InvalidInput, Id),
        new("InvalidTransitGatewayAttachmentID.Malformed", ErrorIds.MalformedId, ErrorKind.InvalidInput, Id),
        new("InvalidVpcID.NotFound", ErrorIds.VpcNotFound, ErrorKind.NotFound, WhichAccount),
        new("InvalidSubnetID.NotFound", ErrorIds.SubnetNotFound, ErrorKind.NotFound, WhichAccount),
        new("InvalidRouteTableID.NotFound", ErrorIds.RouteTableNotFound, ErrorKind.NotFound, WhichAccount),
        new("InvalidTransitGatewayID.NotFound", ErrorIds.TransitGatewayNotFound, ErrorKind.NotFound, WhichAccount),
        new("InvalidRoute.NotFound", ErrorIds.RouteNotFound, ErrorKind.NotFound, "See the routes with Get-PeeringRoutes."),
        new("InvalidVpcPeeringConnectionID.NotFound", ErrorIds.PeeringNotFound, ErrorKind.NotFound, WhichAccount),

        new("RouteAlreadyExists", ErrorIds.RouteConflict, ErrorKind.Conflict, "See it with Get-PeeringRoutes; -Replace replaces it."),
        new("RouteLimitExceeded", ErrorIds.RouteLimitExceeded, ErrorKind.Limit, RouteQuota),
        new(
            "InvalidParameterValue", ErrorIds.RouteNotAllowed, ErrorKind.InvalidInput, "A peering cannot be its target.",
            "more specific than"),

        new("InvalidParameterValue", ErrorIds.InvalidParameter, ErrorKind.InvalidInput, "Tab lists what there is after -DeviceTypeId.", "vpnConnectionDeviceTypeId"),

        new("InvalidStateTransition", ErrorIds.PeeringStateConflict, ErrorKind.Conflict, State),
        new("InvalidVpcPeeringConnectionState.DnsHostnamesDisabled", ErrorIds.DnsAttributesMissing, ErrorKind.Conflict, DnsAttributes),
        new("OperationNotPermitted", ErrorIds.NotPeeringOwner, ErrorKind.Denied, Owner, "cannot accept"),
        new("OperationNotPermitted", ErrorIds.NotPeeringOwner, ErrorKind.Denied, Owner, "cannot reject"),
        new("OperationNotPermitted", ErrorIds.NotPeeringOwner, ErrorKind.Denied, Owner, "Incorrect region"),
        new("OperationNotPermitted", ErrorIds.PeeringStateConflict, ErrorKind.Conflict, State, "peering"),
        new("VpcPeeringConnectionAlreadyExists", ErrorIds.PeeringStateConflict, ErrorKind.Conflict, State),
        new("OutstandingVpcPeeringConnectionLimitExceeded", ErrorIds.PeeringLimitExceeded, ErrorKind.Limit, PeeringQuota),
        new("PendingVpcPeeringConnectionLimitExceeded", ErrorIds.PeeringLimitExceeded, ErrorKind.Limit, PeeringQuota),
        new("VpcPeeringConnectionsPerVpcLimitExceeded", ErrorIds.PeeringLimitExceeded, ErrorKind.Limit, PeeringQuota),
        new("ActiveVpcPeeringConnectionPerVpcLimitExceeded", ErrorIds.PeeringLimitExceeded, ErrorKind.Limit, PeeringQuota),

        new("InvalidVpnConnectionID", ErrorIds.VpnNotFound, ErrorKind.NotFound, WhichAccount),
        new("InvalidVpnConnectionID.NotFound", ErrorIds.VpnNotFound, ErrorKind.NotFound, WhichAccount),
        new("InvalidOption.Conflict", ErrorIds.VpnMismatch, ErrorKind.Conflict, VpnState),
        new("InvalidVpnConnection.InvalidType", ErrorIds.VpnMismatch, ErrorKind.Conflict, "Static routes belong to a static connection; with BGP the device announces them."),
        new("InvalidCustomerGateway.DuplicateIpAddress", ErrorIds.VpnMismatch, ErrorKind.Conflict, "Give the device a name of its own: -DeviceName."),
        new("InvalidVpnConnection.InvalidState", ErrorIds.VpnStateConflict, ErrorKind.Conflict, VpnState),
        new("InvalidVpnGatewayState", ErrorIds.VpnStateConflict, ErrorKind.Conflict, VpnState),
        new("InvalidCustomerGatewayState", ErrorIds.VpnStateConflict, ErrorKind.Conflict, VpnState),
        new("IncorrectState", ErrorIds.VpnStateConflict, ErrorKind.Conflict, VpnState, "VPN"),
        new("VpnConnectionLimitExceeded", ErrorIds.VpnLimitExceeded, ErrorKind.Limit, VpnQuota),
        new("VpnGatewayLimitExceeded", ErrorIds.VpnLimitExceeded, ErrorKind.Limit, VpnQuota),
        new("CustomerGatewayLimitExceeded", ErrorIds.VpnLimitExceeded, ErrorKind.Limit, VpnQuota),
        new("VpnGatewayAttachmentLimitExceeded", ErrorIds.VpnLimitExceeded, ErrorKind.Limit, VpnQuota),

        new("InvalidClientVpnEndpointId.NotFound", ErrorIds.ClientVpnNotFound, ErrorKind.NotFound, WhichAccount),
        new("InvalidClientVpnConnection.IdNotFound", ErrorIds.ClientVpnConnectionNotFound, ErrorKind.NotFound, ClientVpnSessions),
        new("InvalidClientVpnConnection.UserNotFound", ErrorIds.ClientVpnConnectionNotFound, ErrorKind.NotFound, ClientVpnSessions),
        new("InvalidClientVpnSubnetId.NotFound", ErrorIds.SubnetNotFound, ErrorKind.NotFound, WhichAccount),
        new("InvalidClientVpnSubnetId.DuplicateAz", ErrorIds.ClientVpnSubnetUnfit, ErrorKind.Conflict, ClientVpnSubnet),
        new("InvalidClientVpnSubnetId.OverlappingCidr", ErrorIds.ClientVpnSubnetUnfit, ErrorKind.Conflict, ClientVpnSubnet),
        new("InvalidClientVpnSubnetId.DifferentAccount", ErrorIds.ClientVpnSubnetUnfit, ErrorKind.Conflict, ClientVpnSubnet),
        new("InvalidClientVpnDuplicateAssociationException", ErrorIds.ClientVpnDuplicate, ErrorKind.Conflict, ClientVpnLook),
        new("InvalidClientVpnDuplicateRoute", ErrorIds.ClientVpnDuplicate, ErrorKind.Conflict, ClientVpnLook),
        new("InvalidClientVpnDuplicateAuthorizationRule", ErrorIds.ClientVpnDuplicate, ErrorKind.Conflict, ClientVpnLook),
        new("ConcurrentMutationLimitExceeded", ErrorIds.ClientVpnBusy, ErrorKind.Throttled, "Others change the endpoint just now: run the command again."),
        new("IncorrectState", ErrorIds.ClientVpnStateConflict, ErrorKind.Conflict, ClientVpnLook, "Client VPN"),
        new("ClientVpnEndpointAssociationExists", ErrorIds.ClientVpnStateConflict, ErrorKind.Conflict, ClientVpnLook),
        new("InvalidParameterValue", ErrorIds.CertificateUnfit, ErrorKind.InvalidInput, "Use a certificate whose common name or SAN is a domain name.", "does not have a domain"),
        new("ResourceNotFoundException", ErrorIds.CertificateNotFound, ErrorKind.NotFound, WhichAccount),
    ];

    /// <summary>The error that says what failed and what to do next.</summary>
    public static NetConnectException Translate(string action, Exception exception, string? target)
    {
        if (CallFaults.IsUnreadable(exception))
        {
            string status = exception is AmazonServiceException unreadable ? $"status {(int)unreadable.StatusCode} and " : "";
            return new NetConnectException(
                ErrorIds.UnreadableAnswer,
                ErrorKind.Service,
                $"{action} was answered with {status}something that is not an AWS answer. Check the endpoint URL and any proxy.",
                target,
                exception);
        }
        if (exception is AmazonServiceException { StatusCode: not 0 } answer)
            return Translate(action, answer, target);
        return new NetConnectException(
            ErrorIds.EndpointUnreachable,
            ErrorKind.Service,
            $"{action} did not get through: {Sentence(exception.Message)} Check the network, the Region, and any endpoint URL.",
            target,
            exception);
    }

    private static NetConnectException Translate(string action, AmazonServiceException answer, string? target)
    {
        string code = answer.ErrorCode;
        string said = $"{Sentence(WithoutEncodedPart(answer.Message))} ({action}: {code})";
        NetConnectException Error(string id, ErrorKind kind, string hint) => new(id, kind, $"{said} {hint}".TrimEnd(), target, answer);
        switch (CallFaults.Of(answer))
        {
            case CallFault.Throttled:
                return Error(
                    ErrorIds.Throttled, ErrorKind.Throttled, "Others may use up the limit: try later, or with a lower -ThrottleLimit.");
            case CallFault.Lost:
                return Error(ErrorIds.ServiceFailure, ErrorKind.Service, "AWS failed on its side: try again later.");
        }
        if (s_rows.FirstOrDefault(row => row.Fits(answer)) is not { } found)
            return Error(ErrorIds.RequestRefused, KindOf(code), "");
        return found.ErrorId == ErrorIds.NotAuthorized
            ? Error(found.ErrorId, found.Kind, $"Allow {ServiceOf(answer)}:{action} in the caller's policies, or use other credentials.")
            : Error(found.ErrorId, found.Kind, found.Hint);
    }

    // A code without a row still says by its form what sort of failure it is.
    private static ErrorKind KindOf(string code) =>
        code.Contains("NotFound") ? ErrorKind.NotFound
        : code.EndsWith("LimitExceeded", StringComparison.Ordinal) ? ErrorKind.Limit
        : code.EndsWith(".Malformed", StringComparison.Ordinal) || code.StartsWith("InvalidParameter", StringComparison.Ordinal)
            || code is "MissingParameter" or "ValidationError" or "ValidationException" ? ErrorKind.InvalidInput
        : ErrorKind.Conflict;

    private static string ServiceOf(AmazonServiceException answer) => answer.GetType().Namespace switch
    {
        "NetConnect.Aws.Certificates" => "acm",
        "Amazon.SecurityToken" or "Amazon.SecurityToken.Model" => "sts",
        _ => "ec2",
    };

    // Kilobytes that only sts:DecodeAuthorizationMessage reads; the inner exception keeps them.
    private static string WithoutEncodedPart(string message)
    {
        int start = message.IndexOf("Encoded authorization failure message", StringComparison.Ordinal);
        return (start < 0 ? message : message[..start]).Trim();
    }

    private static string Sentence(string text) => text is [.., '.'] ? text : text + ".";

    private sealed record Row(string Code, string ErrorId, ErrorKind Kind, string Hint, string Text = "")
    {
        // EC2 itself writes the same code with Id and with ID.
        public bool Fits(AmazonServiceException answer) =>
            Code.Equals(answer.ErrorCode, StringComparison.OrdinalIgnoreCase)
            && answer.Message.Contains(Text);
    }
}
